import Archive
import Workers

/// Which entries only repeat the name of another: its earlier editions, or further parts that bear the same name.
///
/// The newest of a name stands for the rest in the ranking, so that one name does not fill a page of results. A name is
/// the title before a bracket or a space: 某某办法 of 某某办法（二） and 某某办法 第二章.
struct RepeatedTitles {
  /// By position in the entries.
  private(set) var isRepeat: [Bool]

  init(_ entries: [SearchEntry], _ fold: Fold, _ pool: WorkerPool) {
    isRepeat = Array(repeating: true, count: entries.count)
    let names = pool.map(entries.count, state: {}) { _, position in Self.name(entries[position].title, fold) }
    var newest = [Fingerprint: Int](minimumCapacity: entries.count)
    for (position, entry) in entries.enumerated() {
      guard let other = newest[names[position]] else {
        newest[names[position]] = position
        continue
      }
      if Self.precedes(entry, entries[other]) { newest[names[position]] = position }
    }
    for position in newest.values { isRepeat[position] = false }
  }

  /// The later date, then the smaller key.
  private static func precedes(_ a: SearchEntry, _ b: SearchEntry) -> Bool {
    (b.date, a.key) < (a.date, b.key)
  }

  /// A title that begins with a bracket has its name behind it.
  private static let shortest = 4

  private static func name(_ title: String, _ fold: Fold) -> Fingerprint {
    let scalars = title.unicodeScalars
    let rest = scalars.dropFirst(shortest)
    let end = rest.firstIndex(where: endsName) ?? rest.endIndex
    return fold.units(of: String(scalars[..<end])).withUnsafeBytes { Fingerprint(of: $0) }
  }

  private static func endsName(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "(", "[", "（", "［", "〔", "【": true
    // The last of the spaces is the ideographic one.
    default: scalar.value <= 0x3000 && scalar.properties.isWhitespace
    }
  }
}
