/// A source file's bytes, asked for lines and columns.
///
/// Made when a diagnostic is printed, not while documents are read: offsets are enough until then.
public struct SourceText: Sendable {
  public let bytes: [UInt8]
  private let isWithheld: Bool
  private let lineStarts: [Int]

  /// - Parameter isWithheld: whether no line of it may be shown.
  public init(_ bytes: [UInt8], isWithheld: Bool = false) {
    self.bytes = bytes
    self.isWithheld = isWithheld
    var starts = [0]
    for (i, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") { starts.append(i + 1) }
    self.lineStarts = starts
  }

  /// A line from 1 and a column from 1, the column in UTF-16 code units as editors count them.
  public struct Location: Sendable, Hashable {
    public let line: Int
    public let column: Int
  }

  public func location(of offset: Int) -> Location {
    let offset = min(max(0, offset), bytes.count)
    let line = lineIndex(of: offset)
    let before = String(decoding: bytes[lineStarts[line]..<offset], as: UTF8.self)
    return Location(line: line + 1, column: before.utf16.count + 1)
  }

  /// The line that holds `offset`, without its line ending; empty when the text is withheld.
  public func line(at offset: Int) -> ArraySlice<UInt8> {
    guard !isWithheld else { return [] }
    let line = lineIndex(of: min(max(0, offset), bytes.count))
    let start = lineStarts[line]
    var end = line + 1 < lineStarts.count ? lineStarts[line + 1] - 1 : bytes.count
    if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return bytes[start..<end]
  }

  /// The bytes of `range`; empty when the text is withheld.
  public func quote(_ range: ByteRange) -> ArraySlice<UInt8> {
    guard !isWithheld, range.lowerBound < bytes.count else { return [] }
    return bytes[range.lowerBound..<min(range.upperBound, bytes.count)]
  }

  private func lineIndex(of offset: Int) -> Int {
    var (low, high) = (0, lineStarts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }
}
