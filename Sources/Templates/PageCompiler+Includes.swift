import Diagnostics

extension DiagnosticKind {
  static let templateUnknownPartial = DiagnosticKind(
    "template.unknown-partial", .error, fatal: true, zh: "所需的模板不存在", en: "a template that is asked for does not exist",
    remedy: Text(
      zh: "在主题的 templates 里加上这个文件，或者改正名称",
      en: "add the file to the theme's templates, or correct the name"))
  static let templateEndlessInclude = DiagnosticKind(
    "template.endless-include", .error, fatal: true, zh: "模板无休止地引用自身", en: "a template includes itself without end",
    remedy: Text(zh: "在外面加上会变空的区段，让它有尽头", en: "put it into a section that ends"))
  static let templateTextInParent = DiagnosticKind(
    "template.text-in-parent", .warning, zh: "父模板标签内、区块之外的内容不会输出", en: "content of a parent outside its blocks")
  static let templateDuplicateBlock = DiagnosticKind(
    "template.duplicate-block", .error, fatal: true, zh: "同一区块填充了两次", en: "a block is filled twice",
    remedy: Text(zh: "删去一处，或者换一个区块名", en: "remove one of them, or use another block"))
}

/// A template being expanded.
struct Include {
  /// Equal keys compile to equal code, but for indentation.
  struct Key: Hashable {
    let template: String
    let scope: Scope.Signature
    let blocks: BlockBindings.Signature

    init(_ template: String, _ scope: Scope.Signature, _ blocks: BlockBindings) {
      self.template = template
      self.scope = scope
      self.blocks = blocks.signature
    }
  }

  let key: Key
  /// The reachable frames where the expansion began.
  let frames: [Int]
  /// The tag that asked for it.
  let site: SourceSpan?
}

/// A partial that includes itself, to be compiled once the code that calls it is.
struct PendingFunction {
  let template: ParsedTemplate
  let include: Include
  let scope: Scope
  let blocks: BlockBindings
}

/// The content given to blocks by the parents that are being expanded.
struct BlockBindings {
  /// Outermost first. The outermost wins: a page has the last word over the layouts it is built on.
  var overrides: [Override] = []
  /// Overrides being expanded. A block of the same name within one shows its default.
  var active: [Override] = []

  struct Signature: Hashable {
    fileprivate let effective: [Override]
    fileprivate let active: [Override]
  }

  var signature: Signature {
    var names: Set<String> = []
    return Signature(effective: overrides.filter { names.insert($0.name).inserted }, active: active)
  }
}

extension PageCompiler {
  /// Expands a partial, or a parent whose content is at `content`.
  mutating func include(_ node: Node, content: Int?) {
    let name = template.name(node)
    let outerBlocks = blocks
    defer { blocks = outerBlocks }
    if let content { bindBlocks(of: node, at: content, parent: name) }
    guard let included = set[name] else {
      note(
        .templateUnknownPartial, node.range, zh: "没有模板“\(name)”", en: "there is no template “\(name)”",
        fixes: set.nearest(to: name).map { [.didYouMean($0)] } ?? [])
      return
    }
    let (reachable, frames, signature) = scope.reachable()
    let key = Include.Key(name, signature, blocks)
    guard let active = includes.first(where: { $0.key == key }) else {
      let include = Include(key: key, frames: frames, site: span(node.tag))
      expand(included, include, indentation: node.isStandalone ? lines.indentation + blanks(node.indentation) : [])
      return
    }
    guard scope.descends(from: active.frames, to: frames) else {
      note(
        .templateEndlessInclude, node.range, zh: "“\(name)”在处理同一份数据时又引用了自身",
        en: "“\(name)” includes itself again for the same data")
      return
    }
    let include = Include(key: key, frames: Array(frames.indices), site: span(node.tag))
    let function = function(PendingFunction(template: included, include: include, scope: reachable, blocks: blocks))
    program.append(Instruction(operation: .call, first: Int32(function), second: Int32(program.frameLists.count)))
    program.frameLists.append(frames)
  }

  /// The index of a function, which is compiled after the code that asks for it first.
  private mutating func function(_ function: PendingFunction) -> Int {
    if let known = functions[function.include.key] { return known }
    let index = functions.count
    functions[function.include.key] = index
    program.functions.append(0)
    pending.append(function)
    return index
  }

  private mutating func expand(_ included: ParsedTemplate, _ include: Include, indentation: [UInt8]) {
    let (outerTemplate, outerLines) = (template, lines)
    template = included
    lines = LineState(indentation: indentation)
    includes.append(include)
    compile(included.nodes.indices)
    includes.removeLast()
    (template, lines) = (outerTemplate, outerLines)
    lines.hasBegunLine = false
  }

  /// The lines of a function carry no indentation: it would grow with the depth of the data.
  mutating func compile(_ function: PendingFunction) {
    guard let index = functions[function.include.key] else { return }
    program.functions[index] = program.label()
    template = function.template
    scope = function.scope
    blocks = function.blocks
    lines = LineState()
    includes = [function.include]
    compile(template.nodes.indices)
    program.append(Instruction(operation: .end))
  }

  // MARK: Blocks

  private mutating func bindBlocks(of parent: Node, at index: Int, parent name: String) {
    var given: [String: Node] = [:]
    var child = index + 1
    while child < parent.end {
      let node = template.nodes[child]
      if node.kind == .block {
        bind(node, at: child, parent: name, after: given[template.name(node)])
        given[template.name(node)] = node
      } else {
        warnOutsideBlocks(node)
      }
      child = node.end
    }
  }

  private mutating func bind(_ node: Node, at index: Int, parent: String, after first: Node?) {
    let name = template.name(node)
    if let first {
      report.add(
        Diagnostic(
          .templateDuplicateBlock, at: span(node.range), zh: "区块“\(name)”已经填充过",
          en: "the block “\(name)” is filled already",
          notes: [.init(zh: "先在这里填充", en: "first filled here", at: span(first.range))]))
      return
    }
    let override = Override(name: name, template: template.file.name, node: index, parent: parent)
    report.declare(override)
    blocks.overrides.append(override)
  }

  private mutating func warnOutsideBlocks(_ node: Node) {
    let isTag = node.kind != .text && node.kind != .line
    guard isTag || template.file.bytes[node.range].contains(where: { !$0.isBlankOrNewline }) else { return }
    note(
      .templateTextInParent, isTag ? node.tag : node.range, zh: "父模板标签内只有区块的内容会输出，这里的内容被忽略",
      en: "only blocks count within a parent; this content is ignored",
      fixes: [.init(zh: "移入 {{$…}} 区块", en: "move it into a {{$…}} block")])
  }

  mutating func block(_ node: Node, at index: Int) {
    let matching = blocks.overrides.filter { $0.name == template.name(node) }
    for override in matching { report.use(override) }
    guard let override = matching.first, !blocks.active.contains(override), let source = set[override.template] else {
      compile((index + 1)..<node.end)
      return
    }
    let (outerTemplate, outerLines) = (template, lines)
    let body = source.nodes[override.node]
    lines.indentation += blanks(node.indentation)
    lines.dedent = body.dedent
    lines.hasBegunLine = body.startsFreshLine && !node.isStandalone
    if node.isStandalone && !body.startsFreshLine { program.appendLiteral(lines.indentation) }
    template = source
    blocks.active.append(override)
    compile((override.node + 1)..<body.end)
    blocks.active.removeLast()
    (template, lines) = (outerTemplate, outerLines)
    lines.hasBegunLine = false
  }
}
