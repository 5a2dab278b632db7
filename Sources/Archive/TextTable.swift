/// Finds the positions of texts in a list, for lists so long that a dictionary takes longer to fill than to ask.
public struct TextTable: Sendable {
  private let isText: @Sendable (String, Int) -> Bool
  private let table: KeyTable
  /// Whether a text stands in the list more than once.
  public let hasRepeats: Bool

  /// - Parameters:
  ///   - count: how many positions the list has.
  ///   - text: the text at a position, always the same.
  public init(_ count: Int, _ text: @escaping @Sendable (Int) -> String) {
    self.init((0..<count).map { Fingerprint(of: text($0)) }, text)
  }

  /// - Parameter fingerprints: of the texts.
  public init(_ fingerprints: [Fingerprint], _ text: @escaping @Sendable (Int) -> String) {
    self.init(fingerprints.count, { fingerprints[$0] }, { text($0) == text($1) }, { text($1) == $0 })
  }

  /// - Parameter texts: empty at positions that are never looked for.
  public init(_ texts: PackedTexts) {
    self.init(
      texts.count, { texts.isEmpty($0) ? nil : texts.fingerprint($0) }, { texts.compare($0, $1) == 0 },
      { texts.isText($0, at: $1) })
  }

  private init(
    _ count: Int, _ fingerprint: (Int) -> Fingerprint?, _ areSame: (Int, Int) -> Bool,
    _ isText: @escaping @Sendable (String, Int) -> Bool
  ) {
    var table = KeyTable(capacity: count)
    var hasRepeats = false
    for position in 0..<count {
      guard let fingerprint = fingerprint(position) else { continue }
      if !hasRepeats { hasRepeats = table.first(fingerprint) { areSame($0, position) } != nil }
      table.insert(fingerprint, position)
    }
    self.isText = isText
    self.table = table
    self.hasRepeats = hasRepeats
  }

  /// The first position of a text, among those that are asked for.
  public func position(of wanted: String, where isMeant: (Int) -> Bool = { _ in true }) -> Int? {
    table.first(Fingerprint(of: wanted)) { isText(wanted, $0) && isMeant($0) }
  }
}
