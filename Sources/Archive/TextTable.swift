/// Finds the positions of texts in a list, for lists so long that a dictionary takes longer to fill than to ask.
public struct TextTable: Sendable {
  private let text: @Sendable (Int) -> String?
  private let table: KeyTable
  /// Whether a text stands in the list more than once.
  public let hasRepeats: Bool

  /// - Parameters:
  ///   - count: how many positions the list has.
  ///   - text: the text at a position, always the same; `nil` at positions that are never looked for.
  public init(_ count: Int, _ text: @escaping @Sendable (Int) -> String?) {
    var table = KeyTable(capacity: count)
    var hasRepeats = false
    for position in 0..<count {
      guard let own = text(position) else { continue }
      let fingerprint = Fingerprint(of: own)
      if !hasRepeats { hasRepeats = table.first(fingerprint) { text($0) == own } != nil }
      table.insert(fingerprint, position)
    }
    self.text = text
    self.table = table
    self.hasRepeats = hasRepeats
  }

  /// The first position of a text.
  public func position(of wanted: String) -> Int? { table.first(Fingerprint(of: wanted)) { text($0) == wanted } }
}
