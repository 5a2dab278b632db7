/// RFC 4180 with a byte order mark, as spreadsheet programs on Chinese Windows need one.
struct CSVWriter {
  private(set) var bytes = Array("\u{FEFF}".utf8)

  mutating func row(_ cells: [String]) {
    for (i, cell) in cells.enumerated() {
      if i > 0 { bytes.append(UInt8(ascii: ",")) }
      append(cell)
    }
    bytes += [UInt8(ascii: "\r"), UInt8(ascii: "\n")]
  }

  /// Quoted where it must be; a leading `=`, `+`, `-` or `@` is kept from being run as a formula.
  private mutating func append(_ cell: String) {
    let quote = UInt8(ascii: "\"")
    let isQuoted = cell.utf8.contains { $0 == quote || $0 == UInt8(ascii: ",") || $0 == 0x0D || $0 == 0x0A }
    if isQuoted { bytes.append(quote) }
    switch cell.utf8.first {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"): bytes.append(UInt8(ascii: "'"))
    default: break
    }
    guard isQuoted else {
      bytes += cell.utf8
      return
    }
    for byte in cell.utf8 {
      if byte == quote { bytes.append(quote) }
      bytes.append(byte)
    }
    bytes.append(quote)
  }
}
