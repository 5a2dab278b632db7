import Diagnostics
import Disclosure
import Inspection

extension DiagnosticKind {
  static let personalData = DiagnosticKind(
    "personal-data.found", .error, gate: true, zh: "公开的内容里有个人信息", en: "published content shows personal data")
  static let suspectedPersonalData = DiagnosticKind(
    "personal-data.suspected", .warning, zh: "疑似个人信息", en: "possible personal data")
}

/// Personal privacy is not disclosed (政府信息公开条例, 2019, Art. 15).
///
/// Messages show values only as they may be published.
struct PersonalDataRule: Sendable {
  let detector: PersonalDataDetector

  /// A list of names can have ten thousand rows; after this many the rest is counted.
  static let most = 20

  func check(_ text: PublishedText, _ diagnostics: inout [Diagnostic]) {
    var matcher = ExceptionMatcher(text.document.exceptions(for: text.document.path))
    let findings = matcher.uncovered(findings(in: text), in: text.bytes)
    report(findings, in: text.bytes, path: text.document.path, text.syntax, &diagnostics)
    if text.document.publication != .withheld { diagnostics += matcher.unused }
  }

  /// - Parameter exceptions: those for this file.
  func check(
    _ text: UnsafeBufferPointer<UInt8>, _ syntax: CheckedText, path: String, exceptions: [PersonalDataException],
    _ diagnostics: inout [Diagnostic]
  ) {
    var matcher = ExceptionMatcher(exceptions)
    let findings = matcher.uncovered(detector.findings(in: text.span), in: text)
    report(findings, in: text, path: path, syntax, &diagnostics)
    diagnostics += matcher.unused
  }

  /// What a document shows that must be masked, and what is to be written in its place.
  func replacements(in text: PublishedText) -> [PersonalDataReplacement] {
    var matcher = ExceptionMatcher(text.document.exceptions(for: text.document.path))
    return matcher.uncovered(findings(in: text), in: text.bytes).map { PersonalDataReplacement($0, in: text.syntax) }
  }

  func replacements(
    in text: UnsafeBufferPointer<UInt8>, exceptions: [PersonalDataException]
  ) -> [PersonalDataReplacement] {
    var matcher = ExceptionMatcher(exceptions)
    return matcher.uncovered(detector.findings(in: text.span), in: text)
      .map { PersonalDataReplacement($0, in: .plain) }
  }

  /// Findings but for the office's own address and telephone, and for what the exceptions themselves name.
  private func findings(in text: PublishedText) -> [PersonalDataFinding] {
    var findings = detector.findings(in: text.bytes.span)
    guard !findings.isEmpty else { return [] }
    if let contact = text.document.spans[.contact] { findings.removeAll { isOffice($0, contact) } }
    let named = text.document.personalDataExceptions.map(\.content.span.range)
    return findings.filter { finding in
      !named.contains { $0.lowerBound <= finding.range.lowerBound && finding.range.upperBound <= $0.upperBound }
    }
  }

  /// The address and telephone of the office in charge, which Art. 12 has the guide name.
  private func isOffice(_ finding: PersonalDataFinding, _ contact: ByteRange) -> Bool {
    (finding.kind == .homeAddress || finding.kind == .mobileNumber)
      && finding.range.lowerBound >= contact.lowerBound && finding.range.upperBound <= contact.upperBound
  }

  private func report(
    _ findings: [PersonalDataFinding], in text: UnsafeBufferPointer<UInt8>, path: String, _ syntax: CheckedText,
    _ diagnostics: inout [Diagnostic]
  ) {
    let isWholeFile = if case .extracted = syntax { true } else { false }
    for (i, finding) in findings.prefix(Self.most).enumerated() {
      let span = isWholeFile ? SourceSpan(path: path) : SourceSpan(path: path, range: ByteRange(finding.range))
      let line = text.lineNumber(of: finding.range.lowerBound)
      let replacement = PersonalDataReplacement(finding, in: syntax).text
      var diagnostic = diagnostic(finding, line: line, at: span, replacement: replacement)
      let rest = findings.count - Self.most
      if i == Self.most - 1, rest > 0 {
        diagnostic.notes.append(
          .init(zh: "这个文件里另有 \(rest) 处，不再逐一列出", en: "\(rest) more in this file are not listed"))
      }
      diagnostics.append(diagnostic)
    }
  }

  private func diagnostic(
    _ finding: PersonalDataFinding, line: Int, at span: SourceSpan, replacement: String?
  ) -> Diagnostic {
    let name = finding.kind.name
    let masked = finding.masked
    let isSuspicion = finding.kind == .oldIdentityNumber
    return Diagnostic(
      isSuspicion ? .suspectedPersonalData : .personalData, at: span,
      zh: "第 \(line) 行\(isSuspicion ? "疑似" : "")有\(name.zh)（\(masked)），公开前应当去标识化",
      en: "line \(line) \(isSuspicion ? "may show" : "shows") \(name.en) (\(masked)); de-identify it before release",
      fixes: [
        .init(
          zh: "删去，或者改为“\(masked)”", en: "remove it, or write “\(masked)”",
          replacement: replacement),
        .init(
          zh: "经批准可以公开的，在文件头的“个人信息例外”里写明内容、理由和批准人",
          en: "if approved for release, list it under “个人信息例外” (personal_data_exceptions) with reason and approver"),
      ])
  }
}

extension PersonalDataKind {
  public var name: Text {
    switch self {
    case .identityNumber: Text(zh: "公民身份号码", en: "an identity number")
    case .oldIdentityNumber: Text(zh: "15 位身份证号", en: "an identity number of 15 digits")
    case .mobileNumber: Text(zh: "手机号码", en: "a mobile number")
    case .bankCard: Text(zh: "银行卡号", en: "a bank card number")
    case .homeAddress: Text(zh: "家庭住址", en: "a home address")
    case .nameBesideCondition: Text(zh: "与健康、困难情况并列的姓名", en: "a name beside health or hardship")
    }
  }
}
