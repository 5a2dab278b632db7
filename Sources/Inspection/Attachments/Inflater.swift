/// Unpacks DEFLATE data (RFC 1951) to a size that is known before.
struct Inflater {
  private let input: ArraySlice<UInt8>
  private var position: Int
  /// Bits taken from the input and not yet used, lowest first.
  private var bits: UInt64 = 0
  private var bitCount = 0
  private var output: [UInt8] = []
  private let size: Int

  /// The `size` bytes that `input` unpacks to; fewer or more are an error.
  static func inflate(_ input: ArraySlice<UInt8>, size: Int) throws(AttachmentFailure) -> [UInt8] {
    var inflater = Inflater(input: input, size: size)
    try inflater.run()
    guard inflater.output.count == size else { throw .corrupt }
    return inflater.output
  }

  private init(input: ArraySlice<UInt8>, size: Int) {
    (self.input, self.size) = (input, size)
    position = input.startIndex
    // A lying header must not reserve what the data cannot fill: no byte of input gives more than 1,032.
    output.reserveCapacity(min(size, input.count * 1_032))
  }

  private mutating func run() throws(AttachmentFailure) {
    var isLast = false
    while !isLast {
      isLast = try take(1) == 1
      switch try take(2) {
      case 0: try copyStored()
      case 1: try decode(literals: Self.fixedLiterals(), distances: Self.fixedDistances())
      case 2:
        let tables = try readTables()
        try decode(literals: tables.literals, distances: tables.distances)
      default: throw .corrupt
      }
    }
  }

  // MARK: Bits

  private mutating func refill() {
    while bitCount <= 56, position < input.endIndex {
      bits |= UInt64(input[position]) << UInt64(bitCount)
      position += 1
      bitCount += 8
    }
  }

  private mutating func take(_ count: Int) throws(AttachmentFailure) -> Int {
    if bitCount < count { refill() }
    guard bitCount >= count else { throw .truncated }
    let value = bits & (1 << UInt64(count) - 1)
    bits >>= UInt64(count)
    bitCount -= count
    return Int(value)
  }

  private mutating func symbol(_ table: HuffmanTable) throws(AttachmentFailure) -> Int {
    if bitCount < HuffmanTable.longestCode { refill() }
    let (symbol, length) = table.symbol(for: bits)
    guard length > 0 else { throw bitCount < table.width ? .truncated : .corrupt }
    guard length <= bitCount else { throw .truncated }
    bits >>= UInt64(length)
    bitCount -= length
    return symbol
  }

  // MARK: Blocks

  private mutating func copyStored() throws(AttachmentFailure) {
    _ = try take(bitCount % 8)
    let length = try take(16)
    guard try take(16) == length ^ 0xFFFF else { throw .corrupt }
    guard length <= size - output.count else { throw .corrupt }
    for _ in 0..<length { output.append(UInt8(try take(8))) }
  }

  private mutating func decode(literals: HuffmanTable, distances: HuffmanTable) throws(AttachmentFailure) {
    while true {
      let symbol = try symbol(literals)
      switch symbol {
      case 0..<256:
        guard output.count < size else { throw .corrupt }
        output.append(UInt8(symbol))
      case 256: return
      case 257..<286:
        let (lengthBase, lengthBits) = Self.lengths[symbol - 257]
        let length = lengthBase + (try take(lengthBits))
        let distanceSymbol = try self.symbol(distances)
        guard distanceSymbol < Self.distances.count else { throw .corrupt }
        let (distanceBase, distanceBits) = Self.distances[distanceSymbol]
        try copy(length, from: distanceBase + (try take(distanceBits)))
      default: throw .corrupt
      }
    }
  }

  private mutating func copy(_ length: Int, from distance: Int) throws(AttachmentFailure) {
    guard distance <= output.count, length <= size - output.count else { throw .corrupt }
    for _ in 0..<length { output.append(output[output.count - distance]) }
  }

  private mutating func readTables() throws(AttachmentFailure) -> (literals: HuffmanTable, distances: HuffmanTable) {
    let literalCount = try take(5) + 257
    let distanceCount = try take(5) + 1
    var codeLengths = [UInt8](repeating: 0, count: 19)
    for place in 0..<(try take(4) + 4) { codeLengths[Self.codeLengthOrder[place]] = UInt8(try take(3)) }
    let table = try HuffmanTable(lengths: codeLengths[...])
    var lengths: [UInt8] = []
    while lengths.count < literalCount + distanceCount {
      switch try symbol(table) {
      case let length where length < 16: lengths.append(UInt8(length))
      case 16:
        guard let last = lengths.last else { throw .corrupt }
        lengths += [UInt8](repeating: last, count: try take(2) + 3)
      case 17: lengths += [UInt8](repeating: 0, count: try take(3) + 3)
      default: lengths += [UInt8](repeating: 0, count: try take(7) + 11)
      }
    }
    guard lengths.count == literalCount + distanceCount, lengths[256] > 0 else { throw .corrupt }
    return (try HuffmanTable(lengths: lengths[..<literalCount]), try HuffmanTable(lengths: lengths[literalCount...]))
  }

  // MARK: Constants of RFC 1951, 3.2.5 to 3.2.7

  private static let codeLengthOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]

  private static let lengths: [(base: Int, bits: Int)] =
    (0..<28).map { code in
      let bits = max(0, code / 4 - 1)
      return code < 8 ? (3 + code, 0) : (3 + (4 + code % 4) << bits, bits)
    } + [(258, 0)]

  private static let distances: [(base: Int, bits: Int)] = (0..<30).map { code in
    let bits = max(0, code / 2 - 1)
    return code < 4 ? (1 + code, 0) : (1 + (2 + code % 2) << bits, bits)
  }

  private static func fixedLiterals() throws(AttachmentFailure) -> HuffmanTable {
    let lengths = (0..<288).map { symbol -> UInt8 in symbol < 144 ? 8 : symbol < 256 ? 9 : symbol < 280 ? 7 : 8 }
    return try HuffmanTable(lengths: lengths[...])
  }

  private static func fixedDistances() throws(AttachmentFailure) -> HuffmanTable {
    try HuffmanTable(lengths: [UInt8](repeating: 5, count: 30)[...])
  }
}
