/// What parts of one template have been rendered to in one context.
final class RenderedParts {
  // Whoever renders, one at a time, takes what it wants and lets go of it at once: to ask each time whether it has takes
  // longer than to take it.

  /// The parts that follow from the context alone.
  @exclusivity(unchecked) var fragments: [[UInt8]?]
  /// The stacks of whoever renders, empty as long as nobody does: their memory is used again.
  @exclusivity(unchecked) var frames: [Renderer.Frame] = []
  @exclusivity(unchecked) var objects: [TemplateObjects] = []
  /// Items that follow from themselves and the context.
  private let recent: RecentItems
  /// The lists that have such items, as `recent` knows them.
  private let lists: Range<Int>

  init(of program: Program, _ recent: RecentItems) {
    fragments = Array(repeating: nil, count: program.fragments)
    lists = recent.newLists(program.recurringLists)
    self.recent = recent
  }

  func item(_ identity: Int, ofList list: Int32) -> [UInt8]? { recent[lists.lowerBound + Int(list), identity] }

  func keep(_ bytes: Slice<UnsafeBufferPointer<UInt8>>, as identity: Int, ofList list: Int32) {
    recent.keep(Array(bytes), list: lists.lowerBound + Int(list), identity: identity)
  }
}
