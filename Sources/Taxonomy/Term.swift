/// One value of a vocabulary.
public struct Term: Sendable, Hashable {
  /// Stable, `[a-z0-9-]`: part of addresses, so it never changes.
  public let code: String
  /// The official Chinese name.
  public let name: String
  public let aliases: [String]
  /// The term above, as its ordinal in the vocabulary.
  public let parent: Int?

  public init(code: String, name: String, aliases: [String] = [], parent: Int? = nil) {
    self.code = code
    self.name = name
    self.aliases = aliases
    self.parent = parent
  }
}
