import Diagnostics

extension DiagnosticKind {
  static let unsafeLink = DiagnosticKind(
    "markdown.unsafe-link", .error, fatal: true, zh: "不能发布的链接", en: "link that may not be published")
  static let brokenLink = DiagnosticKind(
    "markdown.broken-link", .error, zh: "链接失效", en: "broken link",
    remedy: Text(zh: "核对地址；写从这份文件到那份文件的路径", en: "check the address; write the path from this file"))
  static let emptyLink = DiagnosticKind("markdown.empty-link", .error, zh: "空链接", en: "empty link")
  static let missingAlt = DiagnosticKind(
    "markdown.missing-alt", .warning, zh: "图片缺少说明文字", en: "image without alternative text")
}

/// Links and images on their way to the page: refused, checked by the caller's resolver, replaced, reported.
enum LinkChecks {
  /// The destination to write: the editor's, another, or none for a link that may not be published.
  enum Outcome {
    case asWritten
    case replaced(String)
    case refused
  }

  static func check(_ node: CmarkNode, isImage: Bool, isTextless: Bool, _ page: inout PageContext) -> Outcome {
    let span = page.locator.span(of: node)
    if isTextless { page.report(isImage ? missingAlt(at: span) : emptyLink(at: span, hasText: false)) }
    let url = node.url
    if UnsafeLink.matches(url) {
      page.report(unsafeLink(Mark.removed(from: url), at: span))
      return .refused
    }
    let destination = Mark.removed(from: url)
    page.links.append(RenderedMarkdown.LinkReference(destination: destination, span: span, isImage: isImage))
    if destination.isEmpty {
      page.report(emptyLink(at: span, hasText: !isTextless))
      return .asWritten
    }
    switch page.resolver.resolve(destination, isImage: isImage) {
    case .keep: return .asWritten
    case .replace(let address): return .replaced(address)
    case .broken(let zh, let en, let fixes):
      page.report(Diagnostic(.brokenLink, at: span, zh: zh, en: en, fixes: fixes))
      return .asWritten
    }
  }

  private static func unsafeLink(_ url: String, at span: SourceSpan) -> Diagnostic {
    let scheme = url.prefix { $0 != ":" }
    return Diagnostic(
      .unsafeLink, at: span,
      zh: "“\(scheme):”链接会在读者的浏览器中运行程序或读取本机文件，不能发布，链接地址已略去",
      en: "a “\(scheme):” link runs code in the reader's browser or reads local files; its address is left out",
      fixes: [
        Diagnostic.Fix(zh: "改为网页地址，或去掉链接只留文字", en: "link to a page, or keep the text without the link")
      ])
  }

  private static func emptyLink(at span: SourceSpan, hasText: Bool) -> Diagnostic {
    hasText
      ? Diagnostic(
        .emptyLink, at: span, zh: "链接没有地址", en: "the link has no destination",
        fixes: [Diagnostic.Fix(zh: "在圆括号内写上地址", en: "write the address between the parentheses")])
      : Diagnostic(
        .emptyLink, at: span, zh: "链接没有文字，读者无处可点", en: "the link has no text to follow",
        fixes: [Diagnostic.Fix(zh: "在方括号内写上文字", en: "write the text between the brackets")])
  }

  private static func missingAlt(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .missingAlt, at: span, zh: "图片没有说明文字，看不见图片的读者不知道它的内容",
      en: "the image has no alternative text for readers who cannot see it",
      fixes: [Diagnostic.Fix(zh: "写成 ![图片内容](地址)", en: "write ![what it shows](address)")])
  }
}
