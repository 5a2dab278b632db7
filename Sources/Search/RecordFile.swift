/// The records of a shard or page: sorted strings, front-coded, and their lists in one run of bits.
///
/// A capital says how many units a string shares with the one before (`A` none … `W` 22); what follows is the rest of
/// it. `X` at the end marks a header: the string is in too many places for one page. `Z` is the end of a field.
struct RecordFile {
  static let header = UInt16(UInt8(ascii: "X"))

  private let wire = WireText.shared
  private(set) var keys: [UInt8] = []
  private(set) var bits = BitWriter()
  private(set) var lastKey: [UInt16] = []
  private(set) var size = 0

  var isEmpty: Bool { keys.isEmpty }

  /// The first record may leave out `implied` units that every string of the file begins with.
  init(implied: [UInt16] = []) { lastKey = implied }

  mutating func append(
    _ key: some Collection<UInt16>, isHeader: Bool, _ list: BitWriter, _ range: Range<Int>? = nil
  ) {
    var shared = 0
    for (unit, last) in zip(key, lastKey) {
      if unit != last { break }
      shared += 1
    }
    let rest = key.dropFirst(shared)
    keys.append(UInt8(ascii: "A") + UInt8(shared))
    wire.append(units: rest, to: &keys)
    if isHeader { keys.append(UInt8(Self.header)) }
    let range = range ?? 0..<list.count
    bits.append(list, range)
    size += 3 + range.count / 6
    lastKey.removeSubrange(shared...)
    lastKey.append(contentsOf: rest)
  }

  /// `{"k": strings, "d": lists}` with further members, which are JSON already.
  func json(_ members: [UInt8] = []) -> [UInt8] {
    var out = Array("{\"k\":\"".utf8)
    out.reserveCapacity(keys.count + bits.count / 6 + members.count + 24)
    out.append(contentsOf: keys)
    out.append(contentsOf: "\",\"d\":\"".utf8)
    bits.appendBase64(to: &out)
    out.append(UInt8(ascii: "\""))
    out.append(contentsOf: members)
    out.append(UInt8(ascii: "}"))
    return out
  }
}
