import Diagnostics

/// A YAML value and the bytes it was written in.
///
/// Scalars stay text: what `2017-05-08`, `yes` or `007` means is decided by the field that asks
/// (see `FieldReader`), never by YAML 1.1's guesses.
public struct YAMLNode: Sendable {
  public enum Content: Sendable {
    case scalar(String, isPlain: Bool)
    case sequence([YAMLNode])
    case mapping([Pair])
  }

  public struct Pair: Sendable {
    public let key: YAMLNode
    public let value: YAMLNode
  }

  public let content: Content
  /// Offsets into the whole file, not into the front matter.
  public let range: ByteRange

  public init(_ content: Content, range: ByteRange) {
    self.content = content
    self.range = range
  }

  public var scalar: String? {
    if case .scalar(let text, _) = content { return text }
    return nil
  }

  /// Written as `key: value` lines, or in braces.
  public var isMapping: Bool {
    if case .mapping = content { return true }
    return false
  }

  /// Written as nothing, `~` or `null`: the field is there, its value is not.
  public var isNull: Bool {
    if case .scalar(let text, isPlain: true) = content {
      // Most values are longer, and to compare Chinese text takes its time.
      return text.utf8.count <= 4 && (text.isEmpty || text == "~" || text == "null")
    }
    return false
  }
}
