/// Reads the generated tables of `Fold`, whose records stand between spaces and have hexadecimal numbers.
///
/// By bytes: every program that makes an index reads all of them first (measured: 18 million instructions instead of
/// the 116 million of `split`).
struct FoldRecordReader: ~Copyable {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0

  /// - Parameter bytes: which must outlive this.
  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// The next record of `FoldRecords.scalars`; `nil` at the end.
  mutating func change() -> FoldRecord? {
    guard skipSpaces() else { return nil }
    var record = FoldRecord(source: number())
    if skip("+") { record.count = number() }
    if skip("/") { record.step = number() }
    if skip(">") {
      repeat { record.targets.append(number()) } while skip(".")
    }
    return record
  }

  /// The next record of `FoldRecords.compositions`, two scalars and what they make; `nil` at the end.
  mutating func composition() -> (first: UInt32, second: UInt32, whole: UInt32)? {
    guard skipSpaces() else { return nil }
    let first = number()
    _ = skip(".")
    let second = number()
    _ = skip(">")
    return (first, second, number())
  }

  /// Whether there is more.
  private mutating func skipSpaces() -> Bool {
    while position < bytes.count, bytes[position] <= UInt8(ascii: " ") { position += 1 }
    return position < bytes.count
  }

  private mutating func skip(_ sign: Unicode.Scalar) -> Bool {
    guard position < bytes.count, bytes[position] == UInt8(ascii: sign) else { return false }
    position += 1
    return true
  }

  private mutating func number() -> UInt32 {
    var number: UInt32 = 0
    while position < bytes.count {
      let byte = bytes[position]
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): number = number << 4 | UInt32(byte - UInt8(ascii: "0"))
      case UInt8(ascii: "A")...UInt8(ascii: "F"): number = number << 4 | UInt32(byte - UInt8(ascii: "A") + 10)
      default: return number
      }
      position += 1
    }
    return number
  }
}

/// What becomes of some scalars: `S`, `+N` of them, `/2` every second one, `>T` or `>T.U`.
struct FoldRecord {
  let source: UInt32
  fileprivate(set) var count: UInt32 = 1
  fileprivate(set) var step: UInt32 = 1
  /// One moves on with the source; none drops it.
  fileprivate(set) var targets: [UInt32] = []

  fileprivate init(source: UInt32) { self.source = source }

  func source(_ index: UInt32) -> UInt32 { source + index * step }

  func target(_ index: UInt32) -> [UInt16] {
    let scalars = targets.count == 1 ? [targets[0] + index * step] : targets
    return scalars.flatMap { Unicode.Scalar($0).map { Array(UTF16.encode($0) ?? .init()) } ?? [] }
  }

  /// What `target` is where it is no more than one unit; 0 for none.
  func unit(_ index: UInt32) -> UInt16? {
    guard let first = targets.first else { return 0 }
    return targets.count == 1 ? UInt16(exactly: first + index * step) : nil
  }
}
