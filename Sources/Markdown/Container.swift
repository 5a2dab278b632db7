import Diagnostics

extension DiagnosticKind {
  static let unclosedContainer = DiagnosticKind(
    "markdown.unclosed-container", .error, zh: "::: 不成对", en: "::: without its counterpart")
  static let unknownContainer = DiagnosticKind(
    "markdown.unknown-container", .error, zh: "没有这种容器", en: "no such container")
}

/// What `:::名称 标题` may name: notes, figures, lists of attachments, and the parts of an official document as
/// GB/T 9704-2012 (§7) calls them.
struct Container {
  enum Shape {
    /// A box with a title.
    case note
    /// A `<figure>` whose title is its caption.
    case figure
    /// A part of the page with a title.
    case section
    /// A part of the document; it has no title.
    case part
  }

  let name: String
  let synonyms: [String]
  let className: String
  let shape: Shape
  /// What the standard has printed before the text; put there unless the editor wrote it.
  let label: StaticString?

  private init(
    _ name: String, _ synonyms: String..., class className: String, _ shape: Shape, label: StaticString? = nil
  ) {
    self.name = name
    self.synonyms = synonyms
    self.className = className
    self.shape = shape
    self.label = label
  }

  static let all: [Container] = [
    Container("注意", "note", class: "note", .note),
    Container("提示", "tip", class: "tip", .note),
    Container("重要", "important", class: "important", .note),
    Container("警告", "warning", class: "warning", .note),
    Container("附件", "attachments", class: "attachments", .section),
    Container("图", "figure", class: "figure", .figure),
    Container("公文", "official-document", class: "official-document", .part),
    Container("份号", "copy-number", class: "copy-number", .part),
    Container("密级", "classification", class: "classification", .part),
    Container("紧急程度", "urgency", class: "urgency", .part),
    Container("发文机关标志", "issuing-authority", class: "issuing-authority", .part),
    Container("发文字号", "document-number", class: "document-number", .part),
    Container("签发人", "signer", class: "signer", .part, label: "签发人："),
    Container("标题", "title", class: "title", .part),
    Container("主送", "主送机关", "addressee", class: "addressee", .part),
    Container("正文", "body", class: "body", .part),
    Container("附件说明", "attachment-note", class: "attachment-note", .part, label: "附件："),
    Container("署名", "发文机关署名", "signature", class: "signature", .part),
    Container("成文日期", "date", class: "date", .part),
    Container("附注", "remark", class: "remark", .part),
    Container("抄送", "抄送机关", "copies-to", class: "copies-to", .part, label: "抄送："),
    Container("印发", "印发机关", "printing", class: "printing", .part),
  ]

  static func named(_ name: String) -> Container? { byName[name] }

  private static let byName: [String: Container] = {
    var table: [String: Container] = [:]
    for container in all {
      for name in [container.name] + container.synonyms { table[name] = container }
    }
    return table
  }()

  static func unknown(_ name: String, at span: SourceSpan) -> Diagnostic {
    let near = NearMiss.best(for: name, among: all.flatMap { [$0.name] + $0.synonyms })
    let names = all.map(\.name).joined(separator: "、")
    return Diagnostic(
      .unknownContainer, at: span, zh: "没有名为“\(name)”的容器，可用的有：\(names)",
      en: "there is no container “\(name)”; see docs/markdown.md for their names",
      fixes: near.map { [Diagnostic.Fix(zh: "是否应为“\($0)”？", en: "did you mean “\($0)”?")] } ?? [])
  }

  static func unclosed(_ name: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .unclosedContainer, at: span, zh: "“:::\(name)”没有结束", en: "“:::\(name)” is not ended",
      fixes: [
        Diagnostic.Fix(
          zh: "在内容之后另起一行写 :::，缩进与开头一致", en: "write ::: on a line of its own after the content, indented alike")
      ])
  }

  static func unopened(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .unclosedContainer, at: span, zh: "这个 ::: 没有对应的开头", en: "this ::: ends nothing",
      fixes: [
        Diagnostic.Fix(zh: "在开头的 ::: 后写上容器的名称，或删去这一行", en: "name a container after the first :::, or remove this line")
      ])
  }
}
