import Bytes
import Glibc

/// The `id`s given in a document. A second one of the same name gets `-2`, the third `-3`.
///
/// A table of its own, as legal texts have an article every few lines: `Set<String>` took a tenth of their rendering.
struct IdentifierSet: ~Copyable {
  private struct Entry {
    let hash: UInt32
    let range: Range<Int>
    /// The last number put behind the name.
    var uses = 1
  }

  /// The name of the next one, to be written by the caller.
  var name = ByteBuffer(capacity: 64)
  private var text = ByteBuffer()
  private var entries: [Entry] = []
  /// Where entries are, by hash: their index plus one, 0 where there is none. Its size is a power of two.
  private var slots = [Int](repeating: 0, count: 64)

  mutating func removeAll() {
    name.removeAll()
    guard !entries.isEmpty else { return }
    text.removeAll()
    entries.removeAll(keepingCapacity: true)
    for slot in slots.indices { slots[slot] = 0 }
  }

  /// Adds `name`, numbered if it has been given before, and begins the next one. The result is valid until then.
  mutating func add() -> UnsafeBufferPointer<UInt8> {
    var hash = Self.hash(name.bytes)
    var slot = find(hash)
    if slots[slot] > 0 {
      let first = slots[slot] - 1
      let (length, start) = (name.count, hash)
      var uses = entries[first].uses
      repeat {
        uses += 1
        name.truncate(to: length)
        name.append(UInt8(ascii: "-"))
        name.append(uses)
        hash = Self.hash(UnsafeBufferPointer(rebasing: name.bytes[length...]), after: start)
        slot = find(hash)
      } while slots[slot] > 0
      entries[first].uses = uses
    }
    let start = text.count
    text.append(name.bytes)
    entries.append(Entry(hash: hash, range: start..<text.count))
    slots[slot] = entries.count
    if entries.count * 2 > slots.count { grow() }
    name.removeAll()
    return UnsafeBufferPointer(rebasing: text.bytes[start...])
  }

  /// The slot that holds `name`, whose hash is given, or the one it belongs in.
  private func find(_ hash: UInt32) -> Int {
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] > 0 {
      let entry = entries[slots[slot] - 1]
      if entry.hash == hash, isName(entry.range) { return slot }
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }

  private func isName(_ range: Range<Int>) -> Bool {
    range.count == name.count && memcmp(text.start + range.lowerBound, name.start, name.count) == 0
  }

  private mutating func grow() {
    slots = [Int](repeating: 0, count: slots.count * 2)
    for (index, entry) in entries.enumerated() {
      var slot = Int(entry.hash) & (slots.count - 1)
      while slots[slot] > 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = index + 1
    }
  }

  /// FNV-1a; of a text that goes on, from the hash of what is before.
  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>, after start: UInt32 = 0x811C_9DC5) -> UInt32 {
    var hash = start
    for byte in bytes { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
    return hash
  }
}
