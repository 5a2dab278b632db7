import Chronology
import Diagnostics
import Disclosure

extension DiagnosticKind {
  static let overduePublication = DiagnosticKind(
    "publication.overdue", .warning, zh: "超过20个工作日才公开", en: "published after more than 20 working days")
}

/// What is actively disclosed is published within 20 working days of being made (政府信息公开条例, 2019, Art. 26;
/// the edition of 2008 had the same limit).
struct TimeLimitRule: Sendable {
  let calendar: WorkingDays

  private static let limit = 20
  /// Before the first edition was in force there was no limit.
  private static let firstEdition = CivilDate(year: 2008, month: 5, day: 1)
  private static let secondEdition = CivilDate(year: 2019, month: 5, day: 15)

  func check(_ document: Document, _ diagnostics: inout [Diagnostic]) {
    let metadata = document.metadata
    guard document.kind == .entry, metadata.disclosure == .active,
      let created = metadata.dateCreated, let published = metadata.datePublished,
      let first = Self.firstEdition, created >= first
    else { return }
    let days = calendar.count(after: created, through: published)
    guard days > Self.limit else { return }
    let isSecond = Self.secondEdition.map { published >= $0 } ?? true
    let knowsHolidays = calendar.covers(created) && calendar.covers(published)
    let note = Diagnostic.Note(
      zh: "按周一至周五计算，未扣除法定节假日和调休", en: "counted from Monday to Friday, public holidays not taken off")
    diagnostics.append(
      Diagnostic(
        .overduePublication, at: document.span(.datePublished),
        zh: "成文后 \(days) 个工作日才发布；《政府信息公开条例》\(isSecond ? "第二十六条" : "")规定的期限是 \(Self.limit) 个工作日",
        en: "published \(days) working days after signing; "
          + (isSecond ? "Article 26 of the Regulation" : "the Regulation") + " allows \(Self.limit)",
        notes: knowsHolidays ? [] : [note],
        fixes: [.init(zh: "核对两个日期；确属逾期的，保留原日期", en: "check both dates; if publication was late, keep them")]))
  }
}
