import Diagnostics
import Disclosure

extension DiagnosticKind {
  static let lateReview = DiagnosticKind("review.late", .warning, zh: "先公开后审查", en: "reviewed after publication")
}

/// Information is reviewed before it is disclosed (政府信息公开条例, 2019, Art. 17).
///
/// A warning: the record may be true, and a true record must not be changed to please a check.
enum ReviewDateRule {
  static func check(_ document: Document, _ diagnostics: inout [Diagnostic]) {
    guard let review = document.review, let published = document.datePublished,
      review.date > published
    else { return }
    diagnostics.append(
      Diagnostic(
        .lateReview, at: document.span(.review), zh: "审查日期\(review.date)晚于发布日期\(published)，信息应当先审查、后公开",
        en: "the review of \(review.date) is later than the publication of \(published); review comes first",
        notes: [.init(zh: "发布日期写在这里", en: "the day it was made public", at: document.span(.datePublished))],
        fixes: [
          .init(zh: "核对审查记录；记录属实的，保留原日期", en: "check the record of the review; if it is true, keep its date")
        ]))
  }
}
