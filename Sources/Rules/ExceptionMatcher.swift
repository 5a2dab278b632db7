import Diagnostics
import Disclosure
import Inspection

extension DiagnosticKind {
  // A gate, so that the line, which may hold the value, is not quoted.
  static let unusedException = DiagnosticKind(
    "personal-data.unused-exception", .warning, gate: true, zh: "个人信息例外没有用到",
    en: "exception for personal data that nothing needs")
}

/// Takes out of findings what an office has approved for publication, and tells which approvals nothing needs.
struct ExceptionMatcher {
  private let exceptions: [PersonalDataException]
  private var isUsed: [Bool]

  /// Stands for all names beside health or hardship in a file, as a list that the law has published may be long.
  private static let allNames = "姓名"

  init(_ exceptions: [PersonalDataException]) {
    self.exceptions = exceptions
    isUsed = exceptions.map { _ in false }
  }

  /// The findings that no exception covers.
  ///
  /// - Parameter text: what the findings were found in.
  mutating func uncovered(
    _ findings: [PersonalDataFinding], in text: UnsafeBufferPointer<UInt8>
  ) -> [PersonalDataFinding] {
    guard !exceptions.isEmpty else { return findings }
    return findings.filter { finding in
      let value = Self.plain(String(decoding: text[finding.range], as: UTF8.self))
      var isCovered = false
      for (index, exception) in exceptions.enumerated() {
        let content = exception.content.value
        let isMeant =
          content == finding.masked || Self.plain(content) == value
          || finding.kind == .nameBesideCondition && content == Self.allNames
        guard isMeant else { continue }
        isUsed[index] = true
        isCovered = true
      }
      return !isCovered
    }
  }

  /// A warning for each exception that covered nothing; it does not say for what value.
  var unused: [Diagnostic] {
    zip(exceptions, isUsed).filter { !$0.1 }.map { exception, _ in
      let place = exception.file == nil ? Text(zh: "正文和文件头", en: "the document") : Text(zh: "附件", en: "the attachment")
      return Diagnostic(
        .unusedException, at: exception.content.span,
        zh: "\(place.zh)里没有这条例外所说的个人信息", en: "\(place.en) does not hold what this exception is for",
        fixes: [
          .init(zh: "删去这条例外；在附件里的，用“文件”写明附件的文件名", en: "remove it, or name the attachment under “文件” (file)")
        ])
    }
  }

  /// Digits in ASCII, without spaces and hyphens.
  private static func plain(_ text: String) -> String {
    var plain = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x20, 0x2D, 0x3000: continue
      case 0xFF10...0xFF19: plain.append(Unicode.Scalar(UInt8(scalar.value - 0xFF10 + 0x30)))
      case 0x78, 0xFF38, 0xFF58: plain.append("X")
      default: plain.append(scalar)
      }
    }
    return String(plain)
  }
}
