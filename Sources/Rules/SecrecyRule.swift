import Diagnostics
import Disclosure
import Inspection

extension DiagnosticKind {
  static let secrecyMark = DiagnosticKind(
    "secrecy.mark", .error, gate: true, zh: "文件带有密级标志", en: "the file carries a secrecy mark")
}

/// State secrets are not disclosed (政府信息公开条例, 2019, Art. 14).
enum SecrecyRule {
  /// Marks in a document's file. Its body is looked at by itself, as a paper has its mark at the head.
  static func marks(in file: UnsafeBufferPointer<UInt8>, path: String) -> [Diagnostic] {
    let body = FrontMatter.bodyStart(in: file)
    return [0..<body, body..<file.count].flatMap { part in
      let text = UnsafeBufferPointer(rebasing: file[part])
      return SecrecyMark.marks(in: text.span).map { mark in
        let range = mark.range.lowerBound + part.lowerBound..<mark.range.upperBound + part.lowerBound
        let line = file.lineNumber(of: range.lowerBound)
        return diagnostic(mark.level, line: line, at: SourceSpan(path: path, range: ByteRange(range)))
      }
    }
  }

  static func diagnostic(_ level: SecrecyMark.Level, line: Int, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .secrecyMark, at: span, zh: "第 \(line) 行有密级标志“\(level.rawValue)”，带密级标志的文件不得公开",
      en: "line \(line) carries the secrecy mark “\(level.rawValue)”; a marked file must not be published",
      fixes: [
        .init(
          zh: "把文件移出本站目录，报保密工作机构处理；已解密的，换成去掉标志的正式文本",
          en: "move the file out of the site and report it; if declassified, use the official text without the mark")
      ])
  }
}
