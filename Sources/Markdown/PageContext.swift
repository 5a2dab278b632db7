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

  mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }
}
