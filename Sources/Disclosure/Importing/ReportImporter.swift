import Diagnostics

/// Turns a plain-text yearly report into Markdown with front matter.
///
/// Every character of the source is in the result; what could not be told apart for sure is listed in `notes`.
public struct ReportImporter {
  public struct Result: Sendable {
    public let markdown: String
    public let year: Int?
    public let notes: [Note]
  }

  public struct Note: Sendable {
    /// From 1, in the source.
    public let line: Int
    public let message: Text
  }

  private var notes: [Note] = []
  private var body: [String] = []

  public static func convert(_ text: String) -> Result {
    var importer = ReportImporter()
    return importer.convert(text.split(separator: "\n", omittingEmptySubsequences: false).map(Self.trimmed))
  }

  private mutating func convert(_ lines: [String]) -> Result {
    let head = ReportHead(lines)
    for (i, line) in lines.enumerated().dropFirst(head.lineCount) where !line.isEmpty { add(line, number: i + 1) }
    if head.year == nil {
      notes.append(Note(line: 1, message: Text(zh: "没有认出报告年度，请在“年度”处补写", en: "no report year found; fill in 年度")))
    }
    var front = ["---", "标题: \(Self.quoted(head.title))"]
    front.append("年度: \(head.year.map(String.init) ?? "")")
    if let organ = head.organ { front.append("发布机构: \(Self.quoted(organ))") }
    if let year = head.year, lines.contains(where: { $0.contains("\(year)年1月1日") && $0.contains("\(year)年12月31日") }) {
      front.append("统计期限: {起: \(year)-01-01, 止: \(year)-12-31}")
    }
    front += contact(lines) + ["---", ""]
    let markdown = (front + body.flatMap { [$0, ""] }).dropLast().joined(separator: "\n") + "\n"
    return Result(markdown: markdown, year: head.year, notes: notes)
  }

  /// A heading by its number (一、, （一）), as long as it is short enough and not a sentence.
  private mutating func add(_ line: String, number: Int) {
    if let level = Self.headingLevel(line) {
      body.append(String(repeating: "#", count: level) + " " + Self.escaped(line))
    } else {
      if Self.numberedLevel(line) != nil {
        notes.append(
          Note(
            line: number,
            message: Text(zh: "这一段以序号开头，但像是正文，没有当作标题", en: "starts with a number but reads like text; left as a paragraph")))
      }
      body.append(Self.escaped(line))
    }
  }

  /// 地址、邮编、电话 as they stand in the text: `地址：…；邮编：…`.
  private func contact(_ lines: [String]) -> [String] {
    let labels = ["地址", "邮编", "电话", "传真", "电子邮箱"]
    let text = lines.joined(separator: "\n")
    let found = labels.compactMap { label -> String? in
      guard let start = text.firstRange(of: "\(label)：")?.upperBound else { return nil }
      let value = text[start...].prefix { !"；;，,。)）\n".contains($0) }
      return value.isEmpty ? nil : "  \(label): \(Self.quoted(String(value)))"
    }
    return found.isEmpty ? [] : ["联系方式:"] + found
  }

  private static func headingLevel(_ line: String) -> Int? {
    guard line.count <= 40, !line.hasSuffix("。"), !line.hasSuffix("；") else { return nil }
    return numberedLevel(line)
  }

  private static func numberedLevel(_ line: String) -> Int? {
    let numerals = "一二三四五六七八九十"
    let digits = line.drop { $0 == "（" || $0 == "(" }
    let rest = digits.drop { numerals.contains($0) }
    guard digits.startIndex != rest.startIndex else { return nil }
    if digits.startIndex == line.startIndex { return rest.first == "、" ? 2 : nil }
    return rest.first == "）" || rest.first == ")" ? 3 : nil
  }

  /// White space at both ends, the ideographic indent and a byte order mark included.
  private static func trimmed(_ line: Substring) -> String {
    var line = line.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
    while line.last?.isWhitespace == true { line.removeLast() }
    return String(line)
  }

  /// A YAML scalar in double quotes.
  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }

  /// What Markdown would take for markup stands for itself.
  private static func escaped(_ line: String) -> String {
    var out = ""
    for character in line {
      if "\\`*_[]<&~|".contains(character) { out += "\\" }
      out.append(character)
    }
    if let first = out.first, "#>+-=:".contains(first) { out = "\\" + out }
    let digits = out.prefix { $0.isASCII && $0.isNumber }
    if !digits.isEmpty, let next = out.dropFirst(digits.count).first, next == "." || next == ")" {
      out = digits + "\\" + out.dropFirst(digits.count)
    }
    return out
  }
}
