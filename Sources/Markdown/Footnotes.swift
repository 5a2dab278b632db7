import Bytes
import CCmark
import Diagnostics

extension DiagnosticKind {
  static let unknownFootnote = DiagnosticKind(
    "markdown.unknown-footnote", .error, zh: "脚注没有内容", en: "footnote without text")
  static let unusedFootnote = DiagnosticKind(
    "markdown.unused-footnote", .warning, zh: "脚注没有被引用", en: "footnote that nothing refers to")
}

/// The footnotes of a document: which are referred to, in what order, and how often.
struct Footnotes {
  private(set) var definitions: [FootnoteParser.Definition]
  /// The definitions' numbers in the order of the first references to them.
  private(set) var order: [Int] = []
  /// How often each is referred to, and its number on the page.
  private var references: [Int]
  private var numbers: [Int]
  private var byLabel: [String: Int] = [:]
  /// The list items their text is in.
  var items: [CmarkNode] = []

  init(_ definitions: [FootnoteParser.Definition]) {
    self.definitions = definitions
    references = definitions.map { _ in 0 }
    numbers = references
    for (index, definition) in definitions.enumerated() where byLabel[definition.label] == nil {
      byLabel[definition.label] = index
    }
  }

  /// The element for a reference to `label`; nothing if there is no such footnote.
  mutating func refer(to label: String, in arena: borrowing ParseArena) -> CmarkNode? {
    guard let index = byLabel[label.lowercased()] else { return nil }
    if references[index] == 0 {
      order.append(index)
      numbers[index] = order.count
    }
    references[index] += 1
    var start = ByteBuffer(capacity: 128)
    start.append("<sup class=\"footnote-ref\"><a href=\"#fn-")
    start.appendHref(contentsOf: definitions[index].label)
    start.append("\" id=\"fnref-")
    start.appendEscaped(contentsOf: definitions[index].label)
    Self.appendOrdinal(references[index], to: &start)
    start.append("\">")
    start.append(numbers[index])
    return CmarkNode.element(start.bytes, "</a></sup>", in: arena)
  }

  /// The start tag of a footnote's list item.
  func writeItemStart(_ index: Int, to html: inout ByteBuffer) {
    html.append("<li id=\"fn-")
    html.appendEscaped(contentsOf: definitions[index].label)
    html.append("\">\n")
  }

  /// The links from a footnote back to its references.
  func writeBackLinks(_ index: Int, to html: inout ByteBuffer) {
    for reference in 1...max(1, references[index]) {
      html.append(reference > 1 ? " <a href=\"#fnref-" : "<a href=\"#fnref-")
      html.appendHref(contentsOf: definitions[index].label)
      Self.appendOrdinal(reference, to: &html)
      html.append("\" class=\"footnote-backref\" aria-label=\"返回正文\">↩")
      if reference > 1 {
        html.append("<sup class=\"footnote-ref\">")
        html.append(reference)
        html.append("</sup>")
      }
      html.append("</a>")
    }
  }

  private static func appendOrdinal(_ reference: Int, to html: inout ByteBuffer) {
    guard reference > 1 else { return }
    html.append("-")
    html.append(reference)
  }

  /// Definitions nothing refers to, second ones for the same label among them: they are not shown.
  func unused(_ span: (Range<Int>) -> SourceSpan) -> [Diagnostic] {
    definitions.indices.filter { references[$0] == 0 }.map { index in
      let label = definitions[index].label
      let isSecond = byLabel[label] != index
      return Diagnostic(
        .unusedFootnote, at: span(definitions[index].range),
        zh: isSecond ? "脚注“\(label)”前面已有，这一条不会显示" : "正文没有引用脚注“\(label)”，它不会显示",
        en: isSecond
          ? "there is a footnote “\(label)” before this one, which is not shown"
          : "nothing refers to the footnote “\(label)”; it is not shown",
        fixes: [
          Diagnostic.Fix(zh: "在正文中写上 [^\(label)]，或删去这条脚注", en: "write [^\(label)] in the text, or remove the footnote")
        ])
    }
  }

  static func unknown(_ label: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .unknownFootnote, at: span, zh: "没有名为“\(label)”的脚注，照原样显示",
      en: "there is no footnote “\(label)”; it is shown as it stands",
      fixes: [
        Diagnostic.Fix(zh: "另起一行写“[^\(label)]: 脚注内容”", en: "write “[^\(label)]: its text” on a line of its own")
      ])
  }
}
