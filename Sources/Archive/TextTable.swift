/// Finds the positions of texts in a list, for lists so long that a dictionary takes longer to fill than to ask.
public struct TextTable: Sendable {
  private let texts: [String?]
  private let table: KeyTable
  /// Whether a text stands in the list more than once.
  public let hasRepeats: Bool

  /// - Parameter texts: `nil` at positions that are never looked for.
  public init(_ texts: [String?]) {
    var table = KeyTable(capacity: texts.count)
    var hasRepeats = false
    for (position, text) in texts.enumerated() {
      guard let text else { continue }
      let fingerprint = Fingerprint(of: text)
      if !hasRepeats { hasRepeats = table.first(fingerprint) { texts[$0] == text } != nil }
      table.insert(fingerprint, position)
    }
    self.texts = texts
    self.table = table
    self.hasRepeats = hasRepeats
  }

  /// The first position of a text.
  public func position(of text: String) -> Int? { table.first(Fingerprint(of: text)) { texts[$0] == text } }
}
