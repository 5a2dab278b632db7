/// Texts side by side, for putting a long list in order: looking each text up where it stands takes longer than
/// comparing it.
public struct PackedTexts: Sendable {
  private var bytes: [UInt8] = []
  /// Where each text begins, and the last one ends.
  private var starts: [Int32] = [0]

  /// None yet.
  public init() {}

  /// - Parameters:
  ///   - count: how many texts there are; together they have less than 2³¹ bytes.
  ///   - text: the text at a position.
  public init(_ count: Int, _ text: (Int) -> String) { self.init(0..<count, text) }

  /// Some of the texts of a list, to be put together.
  public init(_ positions: Range<Int>, _ text: (Int) -> String) {
    starts.reserveCapacity(positions.count + 1)
    for position in positions {
      bytes += text(position).utf8
      starts.append(Int32(bytes.count))
    }
  }

  /// Adds what stands next in the list.
  public mutating func append(_ next: PackedTexts) {
    let end = starts[count]
    starts += next.starts.dropFirst().lazy.map { end + $0 }
    bytes += next.bytes
  }

  /// By the bytes of UTF-8: less than 0 where the first of two positions has the lesser text, 0 where they are equal.
  public func compare(_ a: Int, _ b: Int) -> Int {
    bytes.withUnsafeBytes { bytes in
      UnsafeRawBufferPointer(rebasing: bytes[range(a)]).order(to: UnsafeRawBufferPointer(rebasing: bytes[range(b)]))
    }
  }

  /// How many there are.
  public var count: Int { starts.count - 1 }

  public func isEmpty(_ position: Int) -> Bool { range(position).isEmpty }

  public func fingerprint(_ position: Int) -> Fingerprint {
    withBytes(position) { Fingerprint(of: $0) }
  }

  /// - Parameter body: must not keep the bytes.
  public func withBytes<Result>(_ position: Int, _ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    bytes.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[range(position)])) }
  }

  public func isText(_ text: String, at position: Int) -> Bool {
    withBytes(position) { bytes in text.withBytes { bytes.order(to: UnsafeRawBufferPointer($0)) == 0 } }
  }

  private func range(_ position: Int) -> Range<Int> { Int(starts[position])..<Int(starts[position + 1]) }
}
