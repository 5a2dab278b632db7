import Diagnostics

/// Flattens a page's template and all it includes into one program, checking every name on the way.
struct PageCompiler {
  /// Sections, blocks and includes within each other, over all templates. Bounds the compiler's recursion.
  static let deepestExpansion = 300
  /// Nodes a page may expand to. A real page has some thousands; includes that double each other soon have more.
  static let largestExpansion = 1_000_000
  /// Bytes of literal text a page may expand to.
  static let mostLiteralBytes = 1 << 26

  let set: TemplateSet
  var report: CompileReport
  var program = Program()

  // Where compilation stands.
  var template: ParsedTemplate
  var scope: Scope
  var lines = LineState()
  var blocks = BlockBindings()
  var includes: [Include] = []
  var functions: [Include.Key: Int] = [:]
  var pending: [PendingFunction] = []

  private var depth = 0
  private var steps = 0
  private var isExhausted = false

  init(_ set: TemplateSet, context: ModelShape, page: ModelShape, report: CompileReport) {
    self.set = set
    self.report = report
    self.scope = Scope(context: context, page: page)
    self.template = ParsedTemplate(file: TemplateFile(name: "", path: "", bytes: []), nodes: [])
  }

  mutating func compile(_ page: ParsedTemplate) -> Program {
    let reachable = scope.reachable()
    template = page
    let key = Include.Key(page.file.name, reachable.signature, blocks)
    includes = [Include(key: key, frames: reachable.frames, site: nil)]
    compile(page.nodes.indices)
    program.append(Instruction(operation: .end))
    program.markFragments()
    program.shareFirstObjects()
    while let function = pending.popLast() { compile(function) }
    return program
  }

  mutating func compile(_ range: Range<Int>) {
    depth += 1
    defer { depth -= 1 }
    var index = range.lowerBound
    while index < range.upperBound, !isExhausted {
      let node = template.nodes[index]
      guard hasRoom(for: node) else { return }
      switch node.kind {
      case .text: program.appendLiteral(template.file.bytes[node.range])
      case .line: beginLine(node)
      case .variable, .unescaped: interpolate(node)
      case .section: section(node, at: index)
      case .inverted: inverted(node, at: index)
      case .partial: include(node, content: nil)
      case .parent: include(node, content: index)
      case .block: block(node, at: index)
      }
      index = node.end
    }
  }

  private mutating func hasRoom(for node: Node) -> Bool {
    steps += 1
    if depth <= Self.deepestExpansion, steps <= Self.largestExpansion,
      program.literals.count <= Self.mostLiteralBytes
    {
      return true
    }
    isExhausted = true
    note(
      .templateTooLarge, node.tag.isEmpty ? node.range : node.tag, zh: "模板相互引用，展开后过大或过深",
      en: "templates include each other until the page is too large or too deep")
    return false
  }

  // MARK: Values

  private mutating func interpolate(_ node: Node) {
    guard let operand = resolve(node) else { return }
    switch operand.type {
    case .text:
      if node.kind == .unescaped { warnUnescaped(node) }
      program.append(node.kind == .unescaped ? .raw : .escaped, operand)
    case .html, .number:
      program.append(.raw, operand)
    case .flag, .object, .list:
      let name = template.name(node)
      note(
        .templateWrongType, node.range, zh: "“\(name)”是\(operand.type.name.zh)，不能直接输出",
        en: "“\(name)” is \(operand.type.name.en) and cannot be printed",
        fixes: [.init(zh: "改用 {{#\(name)}}…{{/\(name)}}", en: "use {{#\(name)}}…{{/\(name)}}")])
    }
  }

  private mutating func section(_ node: Node, at index: Int) {
    let body = (index + 1)..<node.end
    guard let operand = resolve(node) else { return }
    let outer = scope
    defer { scope = outer }
    switch operand.type {
    case .text, .html, .number, .flag:
      let test = program.append(.skipUnless, operand)
      scope = outer.entering(operand)
      compile(body)
      program.land(test)
    case .object where operand.slots.isEmpty:
      compile(body)
    case .object(let shape):
      let entry = program.append(.enterObject, operand)
      scope = outer.entering(shape, at: operand)
      compile(body)
      program.append(Instruction(operation: .leaveObject))
      program.land(entry)
    case .list(let shape):
      let entry = program.append(.enterList, operand)
      program.code[entry].recurs = shape.recurs
      let start = program.label()
      scope = outer.entering(shape, at: operand)
      compile(body)
      program.append(Instruction(operation: .nextItem, second: Int32(start)))
      program.land(entry)
    }
  }

  private mutating func inverted(_ node: Node, at index: Int) {
    guard let operand = resolve(node) else { return }
    // The object itself is always there.
    let test =
      operand.slots.isEmpty
      ? program.append(Instruction(operation: .jump)) : program.append(.skipIf, operand)
    compile((index + 1)..<node.end)
    program.land(test)
  }

  // MARK: Diagnostics

  mutating func note(
    _ kind: DiagnosticKind, _ range: Range<Int>, zh: String, en: String, fixes: [Diagnostic.Fix] = []
  ) {
    var notes: [Diagnostic.Note] = []
    if let site = includes.last?.site { notes.append(.init(zh: "由此处引入", en: "included from here", at: site)) }
    report.add(Diagnostic(kind, at: span(range), zh: zh, en: en, notes: notes, fixes: fixes))
  }

  func span(_ range: Range<Int>) -> SourceSpan {
    SourceSpan(path: template.file.path, range: ByteRange(range))
  }
}
