/// RFC 4180 with a byte order mark, as spreadsheet programs on Chinese Windows need one.
struct CSVWriter {
  private(set) var bytes = Array("\u{FEFF}".utf8)

  mutating func row(_ cells: [String]) {
    bytes += cells.map(quoted).joined(separator: ",").utf8
    bytes += "\r\n".utf8
  }

  /// Quoted where it must be; a leading `=`, `+`, `-` or `@` is kept from being run as a formula.
  private func quoted(_ cell: String) -> String {
    let cell = cell.first.map { "=+-@".contains($0) } == true ? "'" + cell : cell
    guard cell.utf8.contains(where: { "\",\r\n".utf8.contains($0) }) else { return cell }
    return "\"" + cell.replacing("\"", with: "\"\"") + "\""
  }
}
