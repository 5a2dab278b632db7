/// A canonical Huffman code (RFC 1951, 3.2.2) as a table indexed by the next bits of the stream.
struct HuffmanTable {
  /// Bits to index with; the longest code of this table.
  let width: Int
  /// Symbol in the upper twelve bits, code length in the lower four; zero where no code begins so.
  private let entries: [UInt16]

  static let longestCode = 15

  /// The table of the code with these lengths, symbol by symbol; zero means unused.
  ///
  /// A code that claims more than all bit strings is refused. One that leaves some unused is let pass: the strings it
  /// leaves out have no entry, and meeting one is an error then.
  init(lengths: ArraySlice<UInt8>) throws(AttachmentFailure) {
    var counts = [Int](repeating: 0, count: Self.longestCode + 1)
    for length in lengths where length > 0 { counts[Int(length)] += 1 }
    width = counts.lastIndex { $0 > 0 } ?? 1
    var next = [Int](repeating: 0, count: Self.longestCode + 2)
    for length in 1...Self.longestCode {
      next[length + 1] = (next[length] + counts[length]) << 1
      guard next[length] + counts[length] <= 1 << length else { throw .corrupt }
    }
    var entries = [UInt16](repeating: 0, count: 1 << width)
    for (symbol, length) in lengths.enumerated() where length > 0 {
      let code = Self.reversed(next[Int(length)], bits: Int(length))
      next[Int(length)] += 1
      let entry = UInt16(symbol) << 4 | UInt16(length)
      for index in stride(from: code, to: 1 << width, by: 1 << Int(length)) { entries[index] = entry }
    }
    self.entries = entries
  }

  /// The symbol whose code begins `bits`, lowest bit first, and the code's length; length zero for none.
  func symbol(for bits: UInt64) -> (symbol: Int, length: Int) {
    let entry = entries[Int(bits & (1 << UInt64(width) - 1))]
    return (Int(entry >> 4), Int(entry & 15))
  }

  /// Codes are sent highest bit first while all else is lowest first.
  private static func reversed(_ code: Int, bits: Int) -> Int {
    (0..<bits).reduce(0) { $0 << 1 | (code >> $1 & 1) }
  }
}
