import Diagnostics
import Inspection

extension DiagnosticKind {
  static let doubledWord = DiagnosticKind("text.doubled-word", .note, zh: "词语重复", en: "a word is doubled")
}

/// Inspectors deduct points for misprints; a word written twice is the kind that can be told for certain enough.
enum DoubledWordRule {
  static func check(_ text: PublishedText, _ diagnostics: inout [Diagnostic]) {
    for doubled in DoubledWord.words(in: text.bytes.span) {
      diagnostics.append(
        Diagnostic(
          .doubledWord, at: text.span(doubled.range), zh: "“\(doubled.word)”连写了两次",
          en: "“\(doubled.word)” is written twice",
          fixes: [.init(zh: "多余的删去一个", en: "remove one if it is a mistake", replacement: doubled.word)]))
    }
  }
}
