import Diagnostics
import Disclosure
import Inspection

extension DiagnosticKind {
  static let outdatedPhrase = DiagnosticKind(
    "text.outdated-phrase", .warning, zh: "说法已随条例修订过时", en: "wording from before the Regulation was revised")
}

/// Guides, rules and application pages follow the Regulation's edition of 2019.
enum OutdatedPhraseRule {
  static func check(_ text: PublishedText, _ diagnostics: inout [Diagnostic]) {
    guard [.guide, .rule, .apply].contains(text.document.kind) else { return }
    for finding in OutdatedPhrase.findings(in: text.bytes.span) {
      let words = String(decoding: text.bytes[finding.range], as: UTF8.self)
      diagnostics.append(
        Diagnostic(
          .outdatedPhrase, at: text.span(finding.range), zh: "“\(words)”已经过时：\(finding.phrase.explanationZh)",
          en: "“\(words)” is outdated. \(finding.phrase.explanationEn)",
          fixes: [.init(zh: "按 2019 年修订的条例改写", en: "reword it after the edition of 2019")]))
    }
  }
}
