import Diagnostics

/// What the parts of one rendering share: the source's places, the caller's resolver, what was found.
struct PageContext {
  var locator: SourceLocator
  let resolver: any LinkResolver
  var links: [RenderedMarkdown.LinkReference] = []
  var diagnostics: [Diagnostic] = []

  init(locator: SourceLocator, resolver: any LinkResolver) {
    self.locator = locator
    self.resolver = resolver
  }

  /// How many of each kind there were, the ones left out included.
  private var counts: [(kind: DiagnosticKind, count: Int)] = []

  /// More than this in one document are counted, not listed: nobody mends a pasted web page tag by tag.
  private static let mostListed = 100

  mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  /// Whether one more of `kind` is to be reported; counts it.
  mutating func admits(_ kind: DiagnosticKind) -> Bool {
    guard let index = counts.firstIndex(where: { $0.kind == kind }) else {
      counts.append((kind, 1))
      return true
    }
    counts[index].count += 1
    return counts[index].count <= Self.mostListed
  }

  /// Notes with the last of each kind how many more there are.
  mutating func noteOmissions() {
    for (kind, count) in counts where count > Self.mostListed {
      guard let last = diagnostics.lastIndex(where: { $0.kind == kind }) else { continue }
      let more = count - Self.mostListed
      diagnostics[last].notes.append(
        Diagnostic.Note(
          zh: "这份文件里还有 \(more) 处同样的问题，不再列出", en: "there are \(more) more of these in the file, not listed"))
    }
  }
}
