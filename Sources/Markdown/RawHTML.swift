import Diagnostics

extension DiagnosticKind {
  static let rawHTML = DiagnosticKind(
    "markdown.raw-html", .error, zh: "正文中的 HTML", en: "HTML in the text")
}

/// HTML in a document: left out of the page, and said so. Comments are left out in silence.
enum RawHTML {
  static func isComment(_ literal: UnsafeBufferPointer<UInt8>) -> Bool {
    var end = literal.count
    while end > 0, literal[end - 1] <= UInt8(ascii: " ") { end -= 1 }
    var start = 0
    while start < end, literal[start] == UInt8(ascii: " ") { start += 1 }
    let text = UnsafeBufferPointer(rebasing: literal[start..<end])
    guard text.count >= 7, text.prefix(4).elementsEqual("<!--".utf8), text.suffix(3).elementsEqual("-->".utf8) else {
      return false
    }
    // `<!-- a --> <b> <!-- c -->` is a comment only up to the first `-->`.
    for index in 4..<(text.count - 3) where text[index] == UInt8(ascii: "-") {
      if text[index + 1] == UInt8(ascii: "-"), text[index + 2] == UInt8(ascii: ">") { return false }
    }
    return true
  }

  static func diagnostic(_ literal: UnsafeBufferPointer<UInt8>, at span: SourceSpan) -> Diagnostic {
    let text = Mark.removed(from: literal)
    let line = text.prefix { !$0.isNewline }
    let shown = line.count > 40 ? line.prefix(40) + "…" : line[...]
    return Diagnostic(
      .rawHTML, at: span, zh: "正文不能使用 HTML，“\(shown)”已略去",
      en: "HTML is not allowed in the text; “\(shown)” is left out",
      fixes: [
        Diagnostic.Fix(
          zh: "改用 Markdown；要显示尖括号，写成 \\<", en: "use Markdown; to show an angle bracket, write \\<")
      ])
  }
}
