import Diagnostics
import Disclosure

extension DiagnosticKind {
  static let longSummary = DiagnosticKind("summary.too-long", .warning, zh: "内容概述太长", en: "summary is too long")
  static let repetitiveSummary = DiagnosticKind(
    "summary.repeats-title", .warning, zh: "内容概述重复标题", en: "summary repeats the title")
}

/// A summary has at most 100 characters and does not repeat the title: local rules on writing catalogs ask so.
enum SummaryRule {
  private static let most = 100
  /// A title of fewer bytes, eight Chinese characters, is a word that a summary may well need.
  private static let fewestBytes = 24

  static func check(_ document: Document, _ diagnostics: inout [Diagnostic]) {
    guard let summary = document.summary else { return }
    // No text has more characters than bytes.
    if summary.utf8.count > most, summary.count > most {
      diagnostics.append(
        Diagnostic(
          .longSummary, at: document.span(.summary), zh: "内容概述有 \(summary.count) 字，应在 \(most) 字以内",
          en: "the summary has \(summary.count) characters, at most \(most) are wanted",
          fixes: [.init(zh: "只写主要内容", en: "keep to the main points")]))
    }
    if repeats(document.title, in: summary) {
      diagnostics.append(
        Diagnostic(
          .repetitiveSummary, at: document.span(.summary), zh: "内容概述重复了标题", en: "the summary repeats the title",
          fixes: [
            .init(
              zh: "写文件规定了什么；也可以不写，由正文开头生成",
              en: "say what the document provides, or leave it out: the body's beginning is taken")
          ]))
    }
  }

  private static func repeats(_ title: String, in summary: String) -> Bool {
    if title == summary { return true }
    guard title.utf8.count >= fewestBytes, title.utf8.count <= summary.utf8.count else { return false }
    // Byte by byte: the search of `String` decomposes both texts first, which costs more than all other rules.
    var rest = summary.utf8[...]
    while rest.count >= title.utf8.count {
      if rest.starts(with: title.utf8) { return true }
      rest.removeFirst()
    }
    return false
  }
}
