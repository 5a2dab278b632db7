/// The texts looked up in one printing, each read once.
struct SourceCache {
  private let sources: SourceProvider
  private var texts: [String: SourceText?] = [:]

  init(_ sources: SourceProvider) { self.sources = sources }

  subscript(path: String) -> SourceText? {
    mutating get {
      if let known = texts[path] { return known }
      let text = sources.text(of: path)
      texts[path] = .some(text)
      return text
    }
  }
}
