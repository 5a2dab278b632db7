/// RFC 4180 with a byte order mark, as spreadsheet programs on Chinese Windows need one.
struct CSVWriter {
  private(set) var bytes: [UInt8] = []
  private var isRowStart = true

  /// - Parameter capacity: how many bytes are likely to be written.
  init(capacity: Int = 0) {
    bytes.reserveCapacity(capacity)
    bytes += "\u{FEFF}".utf8
  }

  mutating func row(_ cells: [String]) {
    row { row in for cell in cells { row.cell(cell) } }
  }

  /// - Parameter cells: calls `cell` for each, in order.
  mutating func row(_ cells: (inout CSVWriter) -> Void) {
    isRowStart = true
    cells(&self)
    bytes.append(UInt8(ascii: "\r"))
    bytes.append(UInt8(ascii: "\n"))
  }

  mutating func cell(_ text: String) {
    cell { add in add(text) }
  }

  /// A cell of several texts, joined by `；`.
  ///
  /// - Parameter texts: calls what it is given with each text.
  mutating func cell(_ texts: ((String) -> Void) -> Void) {
    if !isRowStart { bytes.append(UInt8(ascii: ",")) }
    isRowStart = false
    let start = bytes.count
    texts { text in
      if bytes.count > start { bytes += "；".utf8 }
      bytes += text.utf8
    }
    protect(from: start)
  }

  /// Quotes a cell where it must be; keeps a leading `=`, `+`, `-` or `@` from being run as a formula.
  private mutating func protect(from start: Int) {
    guard start < bytes.count else { return }
    let quote = UInt8(ascii: "\"")
    switch bytes[start] {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"):
      bytes.insert(UInt8(ascii: "'"), at: start)
    default: break
    }
    guard bytes[start...].contains(where: { $0 == quote || $0 == UInt8(ascii: ",") || $0 == 0x0D || $0 == 0x0A })
    else { return }
    let cell = Array(bytes[start...])
    bytes.removeSubrange(start...)
    bytes.append(quote)
    for byte in cell {
      if byte == quote { bytes.append(quote) }
      bytes.append(byte)
    }
    bytes.append(quote)
  }
}
