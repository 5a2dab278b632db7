import Diagnostics

/// The parsed templates of a theme by name.
struct TemplateSet {
  private let templates: [String: ParsedTemplate]
  private let names: [String]

  init(_ templates: [String: ParsedTemplate]) {
    self.templates = templates
    self.names = templates.keys.sorted()
  }

  subscript(name: String) -> ParsedTemplate? { templates[name] }

  func nearest(to name: String) -> String? { NearMiss.best(for: name, among: names) }

  /// The blocks that `{{<name}}` can fill: those of the template and of all it includes, in order of appearance.
  func blocks(of name: String) -> [String] {
    var blocks: [String] = []
    var seen: Set<String> = [name]
    var queue = [name]
    while let next = queue.popLast() {
      guard let template = templates[next] else { continue }
      for node in template.nodes {
        let name = template.name(node)
        switch node.kind {
        case .block: if !blocks.contains(name) { blocks.append(name) }
        case .partial, .parent: if seen.insert(name).inserted { queue.append(name) }
        default: break
        }
      }
    }
    return blocks
  }
}
