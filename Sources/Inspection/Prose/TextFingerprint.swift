/// What a text says, reduced to the set of its five-character pieces, to be compared with other texts.
///
/// Copied reports keep whole sentences. Pieces are taken over letters, digits and Chinese characters alone, so that
/// layout and punctuation do not matter.
public struct TextFingerprint: Sendable, Hashable {
  /// Hashes of the pieces, ascending, each once.
  private let pieces: [UInt64]

  /// Characters in a piece: long enough that two texts on one subject share few by chance.
  private static let pieceLength = 5

  public init(_ text: some StringProtocol) {
    self.init(text.unicodeScalars.lazy.filter(\.properties.isAlphabeticOrDigit))
  }

  private init(_ scalars: some Sequence<Unicode.Scalar>) {
    var hashes: [UInt64] = []
    var window: [UInt64] = []
    for scalar in scalars {
      window.append(UInt64(scalar.value))
      if window.count > Self.pieceLength { window.removeFirst() }
      if window.count == Self.pieceLength { hashes.append(Self.hash(window)) }
    }
    hashes.sort()
    pieces = hashes.reduce(into: []) { unique, hash in
      if unique.last != hash { unique.append(hash) }
    }
  }

  /// The share of pieces the two texts have in common, in percent, rounded down (Dice's coefficient). Zero when
  /// one of them is shorter than a piece.
  public func similarity(to other: TextFingerprint) -> Int {
    guard !pieces.isEmpty, !other.pieces.isEmpty else { return 0 }
    var (mine, theirs, common) = (0, 0, 0)
    while mine < pieces.count, theirs < other.pieces.count {
      if pieces[mine] == other.pieces[theirs] {
        (mine, theirs, common) = (mine + 1, theirs + 1, common + 1)
      } else if pieces[mine] < other.pieces[theirs] {
        mine += 1
      } else {
        theirs += 1
      }
    }
    return common * 200 / (pieces.count + other.pieces.count)
  }

  /// Each process must give the same hash, so this is not `Hasher`: scalars packed by 21 bits and mixed.
  private static func hash(_ window: [UInt64]) -> UInt64 {
    window.reduce(0xCBF2_9CE4_8422_2325) { hash, scalar in
      let mixed = (hash ^ scalar) &* 0x0000_0100_0000_01B3
      return mixed ^ (mixed >> 29)
    }
  }
}

extension Unicode.Scalar.Properties {
  fileprivate var isAlphabeticOrDigit: Bool { isAlphabetic || numericType == .decimal }
}
