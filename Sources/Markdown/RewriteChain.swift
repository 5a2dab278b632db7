/// The passes over a text before libcmark parses it, each working on what the one before it made.
struct RewriteChain: ~Copyable {
  private(set) var text = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  /// How `text` was made from the document's, last pass first.
  private(set) var maps: [SourceMap] = []
  private var first = RewrittenSource()
  private var second = RewrittenSource()
  private var usesFirst = false

  mutating func start(with source: UnsafeBufferPointer<UInt8>) {
    text = source
    maps.removeAll()
  }

  /// Runs a pass, which says whether it wrote anything; if not, the text stays as it is.
  mutating func apply(_ pass: (UnsafeBufferPointer<UInt8>, inout RewrittenSource) -> Bool) {
    let wrote = usesFirst ? pass(text, &second) : pass(text, &first)
    guard wrote else { return }
    usesFirst.toggle()
    text = usesFirst ? first.text.bytes : second.text.bytes
    maps.insert(usesFirst ? first.map : second.map, at: 0)
  }

  var isRewritten: Bool { !maps.isEmpty }
}
