/// The text of a page as pandoc writes it: a line for each paragraph, heading and item; the rows of a table with tabs
/// between their cells, merged cells as blanks where they reach.
public struct HTMLText {
  private var lines: [String] = []
  private var text = ""
  private var table: Table?

  /// The rows of a table so far, and the columns that cells above reach down into.
  private struct Table {
    var rows: [[String]] = []
    var row: [String] = []
    /// By column: how many more rows it is taken.
    var taken: [Int: Int] = [:]
    var span = (columns: 1, rows: 1)

    mutating func skipTaken() {
      while let count = taken[row.count], count > 0 {
        taken[row.count] = count - 1
        row.append("")
      }
    }

    mutating func close(cell text: String) {
      skipTaken()
      for column in 0..<span.columns {
        if span.rows > 1 { taken[row.count] = span.rows - 1 }
        row.append(column == 0 ? text : "")
      }
    }

    mutating func closeRow() {
      skipTaken()
      rows.append(row)
      row = []
    }
  }

  public static func lines(of html: String) -> [String] {
    var reader = HTMLText()
    reader.read(html)
    return reader.lines
  }

  private mutating func read(_ html: String) {
    var rest = html[...]
    while let first = rest.first {
      if first == "<", let end = rest.firstIndex(of: ">") {
        tag(rest[rest.index(after: rest.startIndex)..<end])
        rest = rest[rest.index(after: end)...]
      } else if first == "&", let end = rest.prefix(10).firstIndex(of: ";") {
        text += Self.character(rest[rest.index(after: rest.startIndex)..<end])
        rest = rest[rest.index(after: end)...]
      } else {
        text.append(first.isNewline ? " " : first)
        rest = rest.dropFirst()
      }
    }
    endLine()
  }

  private mutating func tag(_ tag: Substring) {
    let name = tag.prefix { $0 != " " && $0 != "\n" }
    switch name {
    case "table":
      endLine()
      table = Table()
    case "td", "th":
      text = ""
      table?.span = (Self.number("colspan", in: tag), Self.number("rowspan", in: tag))
    case "/td", "/th":
      let content = trimmedText()
      table?.close(cell: content)
      text = ""
    case "/tr": table?.closeRow()
    case "/table":
      lines += table?.rows.map { $0.joined(separator: "\t") } ?? []
      table = nil
    case "p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "br", "br/", "/p", "/li", "/h1", "/h2", "/h3", "/h4", "/h5",
      "/h6":
      // Within a cell, paragraphs run on.
      if table == nil { endLine() }
    default: break
    }
  }

  private mutating func endLine() {
    let line = trimmedText()
    if !line.isEmpty { lines.append(line) }
    text = ""
  }

  private func trimmedText() -> String {
    text.split(whereSeparator: { $0 == " " || $0 == "\u{A0}" }).joined(separator: " ")
  }

  private static func number(_ attribute: String, in tag: Substring) -> Int {
    guard let start = tag.firstRange(of: "\(attribute)=\"") else { return 1 }
    return max(1, Int(tag[start.upperBound...].prefix { $0.isNumber }) ?? 1)
  }

  private static func character(_ reference: Substring) -> String {
    switch reference {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "nbsp": return " "
    default:
      let code =
        reference.hasPrefix("#x") ? UInt32(reference.dropFirst(2), radix: 16) : UInt32(reference.dropFirst())
      return code.flatMap(Unicode.Scalar.init).map { String(Character($0)) } ?? "&\(reference);"
    }
  }
}
