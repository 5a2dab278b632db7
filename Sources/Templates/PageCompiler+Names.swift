import Diagnostics

extension DiagnosticKind {
  static let templateUnknownName = DiagnosticKind(
    "template.unknown-name", .error, fatal: true, zh: "模板用了不存在的名称", en: "a template uses an unknown name")
  static let templateWrongType = DiagnosticKind(
    "template.wrong-type", .error, fatal: true, zh: "模板中的值用法不对", en: "a template misuses a value",
    remedy: Text(zh: "各页可用的名称和类型见 docs/themes.md", en: "names and types of each page are in docs/themes.md"))
  static let templateUnescapedText = DiagnosticKind(
    "template.unescaped-text", .warning, zh: "文本未经转义就输出", en: "text printed without escaping")
}

extension PageCompiler {
  /// The value a tag names, or `nil` when that has been reported.
  mutating func resolve(_ node: Node) -> Operand? {
    let name = template.name(node)
    if name == "." { return scope.current }
    let parts = name.split(separator: ".").map(String.init)
    switch scope.resolve(parts) {
    case .found(let operand):
      return operand
    case .unknown(let part, let candidates):
      reportUnknown(parts, part, of: node, candidates)
    case .notAnObject(let part, let type):
      note(
        .templateWrongType, range(of: part, in: parts, of: node),
        zh: "“\(parts[part])”是\(type.name.zh)，点号之后没有可取的名称",
        en: "“\(parts[part])” is \(type.name.en) and has no names to follow a dot")
    }
    return nil
  }

  private mutating func reportUnknown(_ parts: [String], _ part: Int, of node: Node, _ candidates: [String]) {
    let near = NearMiss.best(for: parts[part], among: candidates)
    let owner = part == 0 ? scope.innermostShape?.name ?? "" : parts[part - 1]
    note(
      .templateUnknownName, range(of: part, in: parts, of: node),
      zh: "“\(owner)”及其外层没有名称“\(parts[part])”",
      en: "neither “\(owner)” nor what encloses it has the name “\(parts[part])”",
      fixes: near.map { [.didYouMean($0)] } ?? [])
  }

  mutating func warnUnescaped(_ node: Node) {
    let name = template.name(node)
    note(
      .templateUnescapedText, node.tag,
      zh: "“\(name)”是普通文本，不转义会让其中的标记生效", en: "“\(name)” is plain text; unescaped, markup in it takes effect",
      fixes: [.init(zh: "改用两层花括号", en: "use two braces", replacement: "{{\(name)}}")])
  }

  private func range(of part: Int, in parts: [String], of node: Node) -> Range<Int> {
    let start = node.range.lowerBound + parts[..<part].reduce(0) { $0 + $1.utf8.count + 1 }
    return start..<(start + parts[part].utf8.count)
  }
}
