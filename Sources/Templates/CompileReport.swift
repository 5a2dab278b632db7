import Diagnostics

extension DiagnosticKind {
  static let templateUnknownBlock = DiagnosticKind(
    "template.unknown-block", .error, fatal: true, zh: "父模板没有要填充的区块", en: "the parent has no such block")
}

/// What is wrong with a theme. A place included by many pages is reported once.
struct CompileReport {
  private(set) var diagnostics: [Diagnostic] = []
  private var places: Set<Place> = []
  /// Blocks given to parents, and whether any expansion has met their name.
  private var overrides: [Override: Bool] = [:]

  private struct Place: Hashable {
    let kind: DiagnosticKind
    let span: SourceSpan?
    /// Only where there is no span to tell two diagnostics apart.
    let message: Text?
  }

  mutating func add(_ diagnostic: Diagnostic) {
    let message = diagnostic.span == nil ? diagnostic.message : nil
    let place = Place(kind: diagnostic.kind, span: diagnostic.span, message: message)
    if places.insert(place).inserted { diagnostics.append(diagnostic) }
  }

  mutating func declare(_ override: Override) { overrides[override] = overrides[override] ?? false }

  mutating func use(_ override: Override) { overrides[override] = true }

  /// Reports blocks that no template they were given to has asked for, once all pages are compiled.
  mutating func addUnknownBlocks(in set: TemplateSet) {
    // An expansion cut short has not met all blocks.
    if diagnostics.contains(where: { $0.severity == .error && $0.kind.hidesBlocks }) { return }
    for (override, isUsed) in overrides where !isUsed {
      guard let template = set[override.template] else { continue }
      let node = template.nodes[override.node]
      let others = set.blocks(of: override.parent).filter { $0 != override.name }
      let near = NearMiss.best(for: override.name, among: others)
      add(
        Diagnostic(
          .templateUnknownBlock, at: SourceSpan(path: template.file.path, range: ByteRange(node.range)),
          zh: "父模板“\(override.parent)”没有区块“\(override.name)”，这里的内容不会输出",
          en: "the parent “\(override.parent)” has no block “\(override.name)”, so this content goes nowhere",
          fixes: near.map { [.didYouMean($0)] } ?? []))
    }
  }
}

extension DiagnosticKind {
  fileprivate var hidesBlocks: Bool {
    [.templateTooLarge, .templateUnknownPartial, .templateSyntax, .templateUnbalanced].contains(self)
  }
}

/// A block inside a parent tag: the content given to the parent's block of that name.
struct Override: Hashable {
  let name: String
  /// The template it is written in, and its node there.
  let template: String
  let node: Int
  let parent: String
}
