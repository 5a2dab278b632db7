/// Finds the positions of values by their fingerprints, in a table that is filled once.
///
/// It keeps positions only; whoever asks compares the values themselves.
public struct KeyTable: Sendable {
  /// A position and 32 bits of its fingerprint; -1 where there is none.
  private typealias Slot = (position: Int32, tag: UInt32)

  private var slots: [Slot]
  private var mask: Int

  /// - Parameter capacity: how many values there will be.
  public init(capacity: Int) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    mask = size - 1
    // With its labels: without them every element would be converted by itself.
    slots = [Slot](repeating: (-1, 0), count: size)
  }

  public mutating func insert(_ fingerprint: Fingerprint, _ position: Int) {
    var slot = Int(truncatingIfNeeded: fingerprint.low) & mask
    while slots[slot].position >= 0 { slot = (slot + 1) & mask }
    slots[slot] = (Int32(truncatingIfNeeded: position), UInt32(truncatingIfNeeded: fingerprint.high))
  }

  /// The first position inserted under a fingerprint that `isSame` accepts.
  public func first(_ fingerprint: Fingerprint, where isSame: (Int) -> Bool) -> Int? {
    let tag = UInt32(truncatingIfNeeded: fingerprint.high)
    var slot = Int(truncatingIfNeeded: fingerprint.low) & mask
    while slots[slot].position >= 0 {
      if slots[slot].tag == tag, isSame(Int(slots[slot].position)) { return Int(slots[slot].position) }
      slot = (slot + 1) & mask
    }
    return nil
  }

  // MARK: - In the cache

  /// As it stands, for the machine that wrote it.
  public func write(to writer: inout ByteWriter) {
    writer.count(slots.count)
    slots.withUnsafeBytes { writer.raw($0) }
  }

  /// What `write` wrote; empty where the bytes cannot be that, which makes the reader invalid.
  public init(_ reader: inout ByteReader) {
    self.init(capacity: 0)
    let count = reader.count()
    let isSize = count.nonzeroBitCount == 1 && count < 1 << 40
    let bytes = reader.raw(isSize ? count * MemoryLayout<Slot>.stride : -1)
    guard !bytes.isEmpty else { return }
    mask = count - 1
    slots = [Slot](unsafeUninitializedCapacity: count) { slots, filled in
      UnsafeMutableRawBufferPointer(slots).copyMemory(from: bytes)
      filled = count
    }
  }
}
