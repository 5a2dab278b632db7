import Bytes

/// RFC 4180 with a byte order mark, as spreadsheet programs on Chinese Windows need one.
struct CSVWriter: ~Copyable {
  private var buffer: ByteBuffer
  private var isRowStart = true

  var bytes: [UInt8] { buffer.array() }

  /// - Parameters:
  ///   - capacity: how many bytes are likely to be written.
  ///   - isStart: whether the rows are the first of their file.
  init(capacity: Int = 1 << 12, isStart: Bool = true) {
    buffer = ByteBuffer(capacity: capacity)
    if isStart { buffer.append("\u{FEFF}") }
  }

  mutating func row(_ cells: [String]) {
    row { row in for cell in cells { row.cell(cell) } }
  }

  /// - Parameter cells: calls `cell` for each, in order.
  mutating func row(_ cells: (inout CSVWriter) -> Void) {
    isRowStart = true
    cells(&self)
    buffer.append("\r\n")
  }

  mutating func cell(_ text: String) {
    cell { add in add(text) }
  }

  /// A cell of several texts, joined by `；`.
  ///
  /// - Parameter texts: calls what it is given with each text.
  mutating func cell(_ texts: ((String) -> Void) -> Void) {
    if !isRowStart { buffer.append(UInt8(ascii: ",")) }
    isRowStart = false
    let start = buffer.count
    texts { text in
      if buffer.count > start { buffer.append("；") }
      buffer.append(contentsOf: text)
    }
    protect(from: start)
  }

  /// Quotes a cell where it must be; keeps a leading `=`, `+`, `-` or `@` from being run as a formula.
  private mutating func protect(from start: Int) {
    let cell = UnsafeBufferPointer(rebasing: buffer.bytes[start...])
    guard let first = cell.first else { return }
    let isFormula = Self.beginsFormula(first)
    let isQuoted = Self.needsQuotes(cell)
    guard isFormula || isQuoted else { return }
    let plain = Array(cell)
    buffer.truncate(to: start)
    if isQuoted { buffer.append(UInt8(ascii: "\"")) }
    if isFormula { buffer.append(UInt8(ascii: "'")) }
    for byte in plain {
      if byte == UInt8(ascii: "\"") { buffer.append(byte) }
      buffer.append(byte)
    }
    if isQuoted { buffer.append(UInt8(ascii: "\"")) }
  }

  private static func beginsFormula(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"): true
    default: false
    }
  }

  private static func needsQuotes(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let base = cell.baseAddress else { return false }
    // Nearly all bytes of Chinese text are above the four.
    let start = ByteWord.plainEnd(of: base, from: 0, to: cell.count) { $0.mask(below: UInt8(ascii: ",") + 1) == 0 }
    return cell[start...].contains { byte in
      byte == UInt8(ascii: "\"") || byte == UInt8(ascii: ",") || byte == 0x0D || byte == 0x0A
    }
  }
}
