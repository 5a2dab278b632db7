import Diagnostics

/// Turns a plain-text yearly report into Markdown with front matter.
///
/// Every character of the source is in the result or among the notes; what could not be told apart for sure stays
/// where it was and is listed.
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
    /// What stood there, where the result has it in another form.
    public let original: [String]

    init(line: Int, zh: String, en: String, original: [String] = []) {
      self.line = line
      message = Text(zh: zh, en: en)
      self.original = original
    }
  }

  private var notes: [Note] = []
  private var body: [String] = []

  /// - Parameter text: lines; the cells of a table parted by tabs, or one a line.
  public static func convert(_ text: String) -> Result {
    var importer = ReportImporter()
    return importer.convert(
      text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }.map(String.init))
  }

  private mutating func convert(_ source: [String]) -> Result {
    let lines = source.map(Self.trimmed)
    let head = ReportHead(lines)
    if head.year == nil {
      notes.append(Note(line: 1, zh: "没有认出报告年度，请在“年度”处补写", en: "no report year found; fill in 年度"))
    }
    let tables = ImportedTables(source, from: head.lineCount, year: head.year)
    notes += tables.notes
    for (i, line) in lines.enumerated().dropFirst(head.lineCount) where !line.isEmpty && !tables.lines.contains(i) {
      add(line, number: i + 1)
    }
    let front = frontMatter(head, lines) + tables.frontMatter + ["---", ""]
    let markdown = (front + body.flatMap { [$0, ""] }).dropLast().joined(separator: "\n") + "\n"
    return Result(markdown: markdown, year: head.year, notes: notes.sorted { $0.line < $1.line })
  }

  private func frontMatter(_ head: ReportHead, _ lines: [String]) -> [String] {
    var front = ["---", "标题: \(head.title.yamlQuoted)", "年度: \(head.year.map(String.init) ?? "")"]
    if let organ = head.organ { front.append("发布机构: \(organ.yamlQuoted)") }
    if let year = head.year, lines.contains(where: { $0.contains("\(year)年1月1日") && $0.contains("\(year)年12月31日") }) {
      front.append("统计期限: {起: \(year)-01-01, 止: \(year)-12-31}")
    }
    return front + contact(lines)
  }

  /// A heading by its number (一、, （一）, 1.), as long as it is short enough and not a sentence.
  private mutating func add(_ source: String, number: Int) {
    let repair = Repair(source)
    notes += repair.notes(line: number)
    let line = repair.text
    if let level = Numbering.headingLevel(line) {
      body.append(String(repeating: "#", count: level) + " " + line.markdownEscaped)
      return
    }
    // Arabic numbers begin the items of lists as often.
    if let level = Numbering.level(line), level < 4 {
      notes.append(
        Note(
          line: number, zh: "这一段以序号开头，但像是正文，没有当作标题", en: "starts with a number but reads like text; left as a paragraph"
        ))
    } else if line.contains("\t") || line.isNumberLike {
      notes.append(
        Note(
          line: number, zh: "像是表格的一行，没有认出，原样留下",
          en: "looks like a row of a table that was not recognised; left as it is"))
    }
    body.append(line.markdownEscaped)
  }

  /// 地址、邮编、电话 as they stand in the text: `地址：…；邮编：…`.
  private func contact(_ lines: [String]) -> [String] {
    let labels = ["地址", "邮编", "电话", "传真", "电子邮箱"]
    let text = lines.joined(separator: "\n")
    let found = labels.compactMap { label -> String? in
      guard let start = text.firstRange(of: "\(label)：")?.upperBound else { return nil }
      let value = text[start...].prefix { !"；;，,。)）\n".contains($0) }
      return value.isEmpty ? nil : "  \(label): \(String(value).yamlQuoted)"
    }
    return found.isEmpty ? [] : ["联系方式:"] + found
  }

  /// White space at both ends, the ideographic indent and a byte order mark included.
  private static func trimmed(_ line: String) -> String {
    var line = line.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
    while line.last?.isWhitespace == true { line.removeLast() }
    return String(line)
  }
}

extension String {
  /// A YAML scalar in double quotes.
  var yamlQuoted: String {
    "\"" + replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\t", with: "\\t") + "\""
  }

  /// What Markdown would take for markup stands for itself.
  public var markdownEscaped: String {
    var out = ""
    for character in self {
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
