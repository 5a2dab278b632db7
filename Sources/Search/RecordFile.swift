import Bytes

/// The records of a shard or page: sorted strings, front-coded, and their lists in one run of bits.
///
/// A capital says how many units a string shares with the one before (`A` none … `W` 22); what follows is the rest of
/// it. `X` at the end marks a header: the string is in too many places for one page. `Z` is the end of a field.
struct RecordFile: ~Copyable {
  static let header = UInt16(UInt8(ascii: "X"))

  /// The units of a string.
  typealias Key = UnsafeBufferPointer<UInt16>

  private let wire = WireText.shared
  private var keys = ByteBuffer(capacity: 1 << 12)
  private var bits = BitWriter()
  private var lastKey = GrowableBuffer<UInt16>()
  private var out = ByteBuffer(capacity: 1 << 12)
  private(set) var size = 0
  /// Further members of the object: JSON, a comma before each.
  var members = ByteBuffer()

  var isEmpty: Bool { keys.count == 0 }

  /// Begins a file. The first record may leave out the units of `implied` that every string of the file begins with.
  mutating func begin(implied: Key = Key(start: nil, count: 0)) {
    keys.removeAll()
    bits.removeAll()
    members.removeAll()
    size = 0
    lastKey.removeAll()
    lastKey.append(implied)
  }

  mutating func append(_ key: Key, isHeader: Bool, _ list: borrowing BitWriter, _ range: Range<Int>) {
    append(key, isHeader: isHeader) { $0.append(list, range) }
  }

  mutating func append(_ key: Key, isHeader: Bool, _ appendList: (inout BitWriter) -> Void) {
    let shared = key.sharedPrefix(with: Key(lastKey.elements))
    let rest = Key(rebasing: key[shared...])
    keys.append(UInt8(ascii: "A") + UInt8(shared))
    wire.append(units: rest, to: &keys)
    if isHeader { keys.append(UInt8(Self.header)) }
    let start = bits.count
    appendList(&bits)
    size += 3 + (bits.count - start) / 6
    lastKey.truncate(to: shared)
    for unit in rest { lastKey.append(unit) }
  }

  /// `{"k": strings, "d": lists}` with further members.
  mutating func json() -> [UInt8] {
    out.removeAll()
    out.append("{\"k\":\"")
    out.append(keys.bytes)
    out.append("\",\"d\":\"")
    bits.appendBase64(to: &out)
    out.append("\"")
    out.append(members.bytes)
    out.append("}")
    return out.array()
  }
}

extension RecordFile.Key {
  /// How many units both begin with.
  func sharedPrefix(with other: RecordFile.Key) -> Int {
    let limit = Swift.min(count, other.count)
    var shared = 0
    while shared < limit, self[shared] == other[shared] { shared += 1 }
    return shared
  }
}
