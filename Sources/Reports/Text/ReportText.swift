import Diagnostics
import Inspection

/// The prose of a report, in parts under its headings.
public struct ReportText: Sendable {
  /// A heading of the highest level, with the text up to the next one.
  struct Part: Sendable {
    let subject: Subject
    /// Empty for what stands before the first heading.
    let title: String
    /// Of the heading's text, in `bytes`.
    let heading: Range<Int>
    let content: Range<Int>
  }

  /// What a part is about, whatever its heading says in detail.
  enum Subject: Sendable {
    case lead, overview, disclosure, applications, proceedings, problems, other

    init(_ title: String) {
      let has = { (words: String...) in words.contains { title.contains($0) } }
      self =
        if has("复议", "诉讼") { .proceedings } else if has("申请") { .applications } else if has("问题", "改进") {
          .problems
        } else if has("总体", "概述", "基本情况") { .overview } else if has("主动公开") { .disclosure } else { .other }
    }
  }

  let path: String
  /// The Markdown.
  let bytes: [UInt8]
  /// Where the Markdown begins in its file.
  let offset: Int
  let parts: [Part]
  public let fingerprint: TextFingerprint

  /// - Parameters:
  ///   - bytes: the report's Markdown, without front matter.
  ///   - offset: where they begin in the file at `path`.
  public init(_ bytes: [UInt8], offset: Int, path: String) {
    self.path = path
    self.bytes = bytes
    self.offset = offset
    parts = Self.parts(of: bytes)
    fingerprint = TextFingerprint(String(decoding: bytes, as: UTF8.self))
  }

  func span(_ range: Range<Int>) -> SourceSpan { SourceSpan(path: path, range: ByteRange(range).shifted(by: offset)) }

  func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// Parts with a heading; the lead has none.
  var titled: [Part] { parts.filter { $0.subject != .lead } }

  private static func parts(of bytes: [UInt8]) -> [Part] {
    let headings = headings(in: bytes)
    let top = headings.map(\.level).min() ?? 0
    let tops = headings.filter { $0.level == top }
    let lead = Part(
      subject: .lead, title: "", heading: 0..<0, content: 0..<(tops.first?.line.lowerBound ?? bytes.count))
    return [lead]
      + tops.enumerated().map { i, heading in
        let end = i + 1 < tops.count ? tops[i + 1].line.lowerBound : bytes.count
        let title = String(decoding: bytes[heading.title], as: UTF8.self)
        return Part(
          subject: Subject(title), title: title, heading: heading.title, content: heading.line.upperBound..<end)
      }
  }

  /// Lines that start with one to six `#` and a space.
  private static func headings(in bytes: [UInt8]) -> [(level: Int, line: Range<Int>, title: Range<Int>)] {
    var found: [(level: Int, line: Range<Int>, title: Range<Int>)] = []
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      let level = bytes[start..<end].prefix { $0 == UInt8(ascii: "#") }.count
      if (1...6).contains(level), start + level < end, bytes[start + level] == UInt8(ascii: " ") {
        var title = start + level + 1..<end
        while title.count > 0, bytes[title.upperBound - 1] <= UInt8(ascii: " ") {
          title = title.lowerBound..<title.upperBound - 1
        }
        found.append((level, start..<end, title))
      }
      start = end + 1
    }
    return found
  }
}
