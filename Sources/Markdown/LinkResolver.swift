public import Diagnostics

/// Answers what a link or image in a document points to.
public protocol LinkResolver {
  /// What to do with `destination`, which is as the editor wrote it, backslash escapes and entities decoded.
  ///
  /// Asked once for each link and image, in the order of the text; never for links that are not safe to publish.
  func resolve(_ destination: String, isImage: Bool) -> LinkResolution
}

public enum LinkResolution: Sendable {
  /// The destination stands.
  case keep
  /// The page links to this address instead; it is percent-encoded and escaped like any other.
  case replace(String)
  /// There is no such thing: reported as `markdown.broken-link` at the link, whose destination stays.
  case broken(zh: String, en: String, fixes: [Diagnostic.Fix])
}

/// Leaves every destination as it is.
public struct UncheckedLinks: LinkResolver, Sendable {
  public init() {}

  public func resolve(_ destination: String, isImage: Bool) -> LinkResolution { .keep }
}
