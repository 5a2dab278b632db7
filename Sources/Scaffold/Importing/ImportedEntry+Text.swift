import Chronology
import Disclosure
import Reports
import Taxonomy

extension ImportedEntry {
  private struct Line {
    let number: Int
    let text: String
    /// With the tabs at its ends: in a table they part it from cells that are blank.
    let row: String

    init(_ number: Int, _ line: Substring) {
      self.number = number
      text = Self.trimmed(line) { $0.isWhitespace }
      row = Self.trimmed(line) { $0.isWhitespace && $0 != "\t" }
    }

    /// Without what is blank at both ends; a byte order mark and the ideographic indent are, too.
    private static func trimmed(_ line: Substring, _ isBlank: (Character) -> Bool) -> String {
      var line = line.drop { isBlank($0) || $0 == "\u{FEFF}" }
      while line.last.map(isBlank) == true { line.removeLast() }
      return String(line)
    }
  }

  /// An official document as plain text: its title and number at the top, its date at the end. Every character is in
  /// the result.
  ///
  /// - Parameter text: the cells of a table's row parted by tabs.
  public init(text: String, name: String, taxonomy: Taxonomy) {
    let source = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
    var lines = source.enumerated().map { Line($0.offset + 1, $0.element) }.filter { !$0.text.isEmpty }
    takeHead(&lines, name: name, genres: taxonomy["genre"])
    takeDate(lines)
    if let publisher = taxonomy["publisher"],
      let organ = lines.suffix(4).last(where: { publisher.ordinal(of: $0.text) != nil })
    {
      values[.publisher] = organ.text
    }
    body = markdown(lines)
  }

  private mutating func takeHead(
    _ lines: inout [Line], name: String, genres: Vocabulary?
  ) {
    // The number stands above the title, or below it.
    let position = lines.prefix(6).firstIndex { Self.isDocumentNumber($0.text) }
    if let position { values[.documentNumber] = lines.remove(at: position).text }
    guard let first = lines.first else {
      title = name
      notes.append(ImportNote(1, zh: "文件是空的，标题用了文件名", en: "the file is empty; its name became the title"))
      return
    }
    title = lines.removeFirst().text
    let ending = { (text: String) in genres?.terms.first { text.hasSuffix($0.name) }?.name }
    // A long title goes on in the next line.
    if ending(title) == nil, let next = lines.first, next.text.count <= 40, ending(next.text) != nil {
      title += lines.removeFirst().text
    }
    values[.genre] = ending(title)
    if values[.genre] == nil {
      notes.append(ImportNote(first.number, zh: "不能肯定这一行是标题，请核对", en: "this line may not be the title; please check"))
    }
  }

  private mutating func takeDate(_ lines: [Line]) {
    let end = lines.suffix(6).last { $0.text.count <= 14 && $0.text.hasSuffix("日") && CivilDate(loose: $0.text) != nil }
    values[.dateCreated] = end.flatMap { CivilDate(loose: $0.text)?.description }
    if values[.dateCreated] == nil {
      notes.append(
        ImportNote(lines.last?.number ?? 1, zh: "文末没有认出成文日期，请补写", en: "no date found at the end; please add it"))
    }
  }

  private mutating func markdown(_ lines: [Line]) -> String {
    var blocks: [String] = []
    var rest = lines[...]
    while let first = rest.first {
      // Lines with tabs, one below the other, are a table if one has text on both sides of a tab.
      let rows = zip(rest, first.number...).prefix { $0.row.contains("\t") && $0.number == $1 }.map(\.0)
      if rows.contains(where: { $0.text.contains("\t") }) {
        blocks.append(Self.table(rows.map(\.row)))
      } else {
        for line in rest.prefix(max(rows.count, 1)) { blocks.append(paragraph(line)) }
      }
      rest = rest.dropFirst(max(rows.count, 1))
    }
    return blocks.map { $0 + "\n" }.joined(separator: "\n")
  }

  private static func table(_ rows: [String]) -> String {
    let rows = rows.map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
    let columns = rows.map(\.count).max() ?? 1
    var lines = rows.map { row in
      let cells = row.map { String($0).markdownEscaped } + Array(repeating: "", count: columns - row.count)
      return "| " + cells.joined(separator: " | ") + " |"
    }
    lines.insert("|" + String(repeating: "---|", count: columns), at: 1)
    return lines.joined(separator: "\n")
  }

  /// A paragraph, or a heading where the line is numbered as one.
  private mutating func paragraph(_ line: Line) -> String {
    if let level = Numbering.headingLevel(line.text) {
      return String(repeating: "#", count: level) + " " + line.text.markdownEscaped
    }
    if let level = Numbering.level(line.text), level < 4 {
      notes.append(
        ImportNote(
          line.number, zh: "以序号开头，但像是正文，没有当作标题", en: "starts with a number but reads like text; left as a paragraph"))
    }
    return line.text.markdownEscaped
  }

  /// 某政发〔2017〕12号, and with other brackets, alone on its line.
  private static func isDocumentNumber(_ line: String) -> Bool {
    line.wholeMatch(of: /\p{Han}{2,12}\s*[〔\[［(（【﹝]\s*(19|20)\d{2}\s*[〕\]］)）】﹞]\s*第?\s*\d{1,5}\s*号/) != nil
  }
}
