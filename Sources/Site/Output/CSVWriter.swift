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
    bytes += "\r\n".utf8
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
    let isFormula = "=+-@".utf8.contains(bytes[start])
    let isQuoted = bytes[start...].contains(where: Self.needsQuotes)
    guard isFormula || isQuoted else { return }
    let plain = Array(bytes[start...])
    bytes.removeSubrange(start...)
    if isQuoted { bytes.append(UInt8(ascii: "\"")) }
    if isFormula { bytes.append(UInt8(ascii: "'")) }
    for byte in plain {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    if isQuoted { bytes.append(UInt8(ascii: "\"")) }
  }

  private static func needsQuotes(_ byte: UInt8) -> Bool {
    // Nearly all bytes of Chinese text are above the four.
    byte <= UInt8(ascii: ",")
      && (byte == UInt8(ascii: "\"") || byte == UInt8(ascii: ",") || byte == 0x0D || byte == 0x0A)
  }
}
