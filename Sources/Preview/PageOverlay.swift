import Bytes

/// What a preview adds to a page: the panel with what is wrong, and the script that reloads.
struct PageOverlay: Sendable {
  /// Addresses of the preview's own, which no page of a site has.
  static let prefix = ".gongkai/"

  let problems: Problems
  /// Of the site the page was made from.
  let generation: Int

  /// `page` with the overlay before its `</body>`, or at its end.
  func applied(to page: [UInt8]) -> [UInt8] {
    let end = Array("</body>".utf8)
    var position = page.count
    if page.count >= end.count {
      for start in stride(from: page.count - end.count, through: 0, by: -1)
      where page[start] == end[0] && page[start..<start + end.count].elementsEqual(end) {
        position = start
        break
      }
    }
    return page[..<position] + Array(markup.utf8) + page[position...]
  }

  /// A page of nothing but the overlay, where there is no page to show.
  func page(_ message: String) -> [UInt8] {
    applied(
      to: Array(
        "<!DOCTYPE html><html lang=\"zh-CN\"><meta charset=\"utf-8\"><title>预览</title><body><p>\(message)</p></body></html>\n"
          .utf8))
  }

  private var markup: String {
    """
    <link rel="stylesheet" href="/\(Self.prefix)preview.css">
    <script src="/\(Self.prefix)preview.js" data-generation="\(generation)" defer></script>
    \(panel)
    """
  }

  private var panel: String {
    guard problems.errors + problems.others > 0 else { return "" }
    let errors = details(" open", "\(problems.errors) 个错误，改好之前不会发布", problems.errorText, of: problems.errors)
    let others = details("", "\(problems.others) 个警告和提示", problems.otherText, of: problems.others)
    return "<aside id=\"gongkai-preview\" aria-label=\"检查结果\">\(errors)\(others)</aside>\n"
  }

  private func details(_ state: String, _ summary: String, _ text: String, of count: Int) -> String {
    guard count > 0 else { return "" }
    return "<details\(state)><summary>\(summary)</summary><pre>\(text.htmlEscaped)</pre></details>"
  }
}
