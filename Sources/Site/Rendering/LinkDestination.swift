/// A link's destination as an editor writes it, taken apart.
struct LinkDestination {
  enum Target: Equatable {
    /// Another site, or another protocol.
    case elsewhere
    /// The page that the link stands on.
    case ownPage
    /// Another entry, by its index number: `#000000000/2017-00012`.
    case entry(String)
    /// A document or attachment, by its path; editors' tools write Chinese names percent-encoded.
    case file(String)
  }

  let target: Target
  /// The query and the fragment, with their `?` and `#`.
  let suffix: Substring
  /// The place that is meant, after the `#`.
  let fragment: Substring?

  init(_ text: String) {
    var rest = text[...]
    if text.hasPrefix("#"), case let number = text.dropFirst().prefix(while: { $0 != "#" }), number.contains("/") {
      target = .entry(String(number))
      rest = text[number.endIndex...]
    } else if Self.isAbsolute(text) {
      target = .elsewhere
    } else {
      let path = text.prefix { $0 != "#" && $0 != "?" }
      target = path.isEmpty ? .ownPage : .file(path.percentDecoded)
      rest = text[path.endIndex...]
    }
    suffix = rest
    fragment = rest.firstIndex(of: "#").map { rest[rest.index(after: $0)...] }
  }

  /// Whether what it leads to follows from the documents there are.
  var leadsToDocument: Bool {
    switch target {
    case .elsewhere, .ownPage: false
    case .entry, .file: true
    }
  }

  private static func isAbsolute(_ text: String) -> Bool {
    text.hasPrefix("//") || text.prefix { $0 != "/" && $0 != "?" && $0 != "#" }.contains(":")
  }
}
