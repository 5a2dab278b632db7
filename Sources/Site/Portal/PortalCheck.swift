import Diagnostics

/// Whether a portal's header or footer may stand on every page: nothing that runs or comes from another host, no
/// address that depends on where a page lies, and every element closed.
public struct PortalCheck {
  private let path: String
  private var open: [(name: String, range: ByteRange)] = []
  private var diagnostics: [Diagnostic] = []

  private static let void: Set = ["area", "br", "col", "hr", "img", "input", "source", "track", "wbr"]
  /// What runs, styles, frames or belongs to the page itself.
  private static let refused: Set = [
    "script", "style", "link", "meta", "base", "iframe", "object", "embed", "html", "head", "body", "title", "main",
    "h1",
  ]
  private static let fetched: Set = ["src", "srcset", "poster", "data", "background", "action", "formaction"]

  public static func check(_ bytes: UnsafeBufferPointer<UInt8>, path: String) -> [Diagnostic] {
    var check = PortalCheck(path: path)
    var scanner = MarkupScanner(bytes)
    while let event = scanner.next() { check.take(event) }
    for (name, range) in check.open {
      check.report(
        range, zh: "<\(name)> 没有结束标记，会把后面的网页包进去", en: "<\(name)> is not closed and would take in the page after it")
    }
    return check.diagnostics
  }

  private init(path: String) { self.path = path }

  private mutating func take(_ event: MarkupScanner.Event) {
    switch event {
    case .other(let range):
      report(
        range, zh: "这里应是一段 HTML：没有文档类型声明，注释和标记都要写完",
        en: "a fragment of HTML has no declarations, and comments and tags that end")
    case .end(let name, let range):
      if open.last?.name == name {
        open.removeLast()
      } else if !Self.void.contains(name) {
        report(range, zh: "</\(name)> 与前面的标记不成对", en: "</\(name)> does not match the tag before it")
      }
    case .start(let name, let attributes, let range, let isClosed):
      if Self.refused.contains(name) {
        report(range, zh: "页眉、页脚里不能有 <\(name)>", en: "a header or footer cannot have <\(name)>")
      }
      attributes.forEach { take($0) }
      if !Self.void.contains(name), !isClosed { open.append((name, range)) }
    }
  }

  private mutating func take(_ attribute: MarkupScanner.Attribute) {
    let (name, value) = (attribute.name, attribute.value)
    if name.hasPrefix("on") || name == "style" || name == "srcdoc" {
      report(
        attribute.range, zh: "内容安全策略不允许行内的脚本和样式（\(name)）；样式请写在主题的 site.css 里",
        en: "the content security policy refuses inline scripts and styles (\(name)); style it in the theme's site.css")
    } else if Self.fetched.contains(name), !value.hasPrefix("/") || value.hasPrefix("//") {
      report(
        attribute.range, zh: "“\(value)”要改成本站的文件，从“/”写起",
        en: "“\(value)” must be a file of this host, written from “/” on")
    } else if name == "href", !["/", "#", "https://", "http://", "tel:", "mailto:"].contains(where: value.hasPrefix) {
      report(
        attribute.range, zh: "“\(value)”在各层网页里指向不同的地方，请从“/”或者“https://”写起",
        en: "“\(value)” leads elsewhere from each folder; write it from “/” or “https://” on")
    }
  }

  private mutating func report(_ range: ByteRange, zh: String, en: String) {
    diagnostics.append(Diagnostic(.portalMarkup, at: SourceSpan(path: path, range: range), zh: zh, en: en))
  }
}

extension DiagnosticKind {
  static let portalMarkup = DiagnosticKind(
    "portal.markup", .error, zh: "页眉、页脚不能这样写", en: "markup that a header or footer cannot have",
    remedy: Text(zh: "请提供页眉、页脚的人照说的改；整理办法见 docs/publishing.md", en: "have it changed as said by whoever made it"))
}
