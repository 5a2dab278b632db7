/// Finds numbers by names, byte for byte: a dictionary of texts looks at every character of a Chinese name twice, in case
/// it could be written in another way.
public struct NameTable: Sendable {
  /// Where a name stands in `text`; `end` is -1 where there is none.
  private struct Slot {
    var start: Int32 = 0
    var end: Int32 = -1
    var value: Int32 = 0
  }

  /// The names, one after the other.
  private var text: [UInt8] = []
  private var slots: [Slot]

  /// A table of nothing.
  public init() { slots = [Slot()] }

  public init(_ values: [String: Int]) {
    var size = 4
    while size < values.count * 2 { size *= 2 }
    slots = Array(repeating: Slot(), count: size)
    // The order of a dictionary decides where a name lies, and nothing that is found.
    for (name, value) in values {
      let start = text.count
      text += name.utf8
      var slot = text.withUnsafeBufferPointer { Self.hash(UnsafeBufferPointer(rebasing: $0[start...])) } & (size - 1)
      while slots[slot].end >= 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = Slot(start: Int32(start), end: Int32(text.count), value: Int32(value))
    }
  }

  public func value(of name: consuming String) -> Int? { name.withUTF8 { value(of: $0) } }

  private func value(of name: UnsafeBufferPointer<UInt8>) -> Int? {
    var index = Self.hash(name) & (slots.count - 1)
    while true {
      let slot = slots[index]
      if slot.end < 0 { return nil }
      let found: Bool = text.withUnsafeBufferPointer {
        slot.end - slot.start == name.count && $0[Int(slot.start)..<Int(slot.end)].elementsEqual(name)
      }
      if found { return Int(slot.value) }
      index = (index + 1) & (slots.count - 1)
    }
  }

  private static func hash(_ name: UnsafeBufferPointer<UInt8>) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in name { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return Int(truncatingIfNeeded: hash ^ hash >> 32)
  }
}
