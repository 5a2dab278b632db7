import Diagnostics

/// The cells of a table as it was saved or copied, row by row.
public struct CellGrid {
  public struct Cell {
    public let text: String
    /// In the file.
    public let range: ByteRange
  }

  public internal(set) var rows: [[Cell]]

  init(rows: [[Cell]]) { self.rows = rows }

  /// Comma-separated values (RFC 4180) or, where there are more tabs than commas, tab-separated ones.
  ///
  /// Quoted cells may hold separators, doubled quotes and line ends; a byte order mark is passed over.
  public init(csv bytes: [UInt8]) {
    var reader = SeparatedValues(bytes)
    rows = reader.rows()
  }
}

private struct SeparatedValues {
  private let bytes: [UInt8]
  private let separator: UInt8
  private var position: Int

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let (comma, tab) = (UInt8(ascii: ","), UInt8(ascii: "\t"))
    separator = bytes.count { $0 == tab } > bytes.count { $0 == comma } ? tab : comma
  }

  mutating func rows() -> [[CellGrid.Cell]] {
    var rows: [[CellGrid.Cell]] = []
    while position < bytes.count {
      var row = [cell()]
      while position < bytes.count, bytes[position] == separator {
        position += 1
        row.append(cell())
      }
      rows.append(row)
      if position < bytes.count, bytes[position] == UInt8(ascii: "\r") { position += 1 }
      if position < bytes.count, bytes[position] == UInt8(ascii: "\n") { position += 1 }
    }
    return rows
  }

  private mutating func cell() -> CellGrid.Cell {
    guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else {
      let start = position
      while position < bytes.count, !isEnd(bytes[position]) { position += 1 }
      return CellGrid.Cell(text: text(bytes[start..<position]), range: ByteRange(start, position))
    }
    position += 1
    let start = position
    var content: [UInt8] = []
    while position < bytes.count {
      if bytes[position] == UInt8(ascii: "\"") {
        guard position + 1 < bytes.count, bytes[position + 1] == UInt8(ascii: "\"") else { break }
        position += 1
      }
      content.append(bytes[position])
      position += 1
    }
    let range = ByteRange(start, position)
    // Past the closing quote, and past whatever stands between it and the separator.
    while position < bytes.count, !isEnd(bytes[position]) { position += 1 }
    return CellGrid.Cell(text: text(content[...]), range: range)
  }

  private func isEnd(_ byte: UInt8) -> Bool {
    byte == separator || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
  }

  private func text(_ bytes: ArraySlice<UInt8>) -> String {
    var text = Substring(String(decoding: bytes, as: UTF8.self))
    text = text.drop(while: \.isWhitespace)
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
