import Diagnostics
import Disclosure
import Inspection
import YAML

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
  private static let firstEdition = YAML.CivilDate(year: 2008, month: 5, day: 1)
  private static let secondEdition = YAML.CivilDate(year: 2019, month: 5, day: 15)

  func check(_ document: Document, _ diagnostics: inout [Diagnostic]) {
    let metadata = document.metadata
    guard document.kind == .entry, metadata.disclosure == .active,
      let created = metadata.dateCreated, let published = metadata.datePublished,
      let first = Self.firstEdition, created >= first,
      let start = Inspection.CivilDate(created), let end = Inspection.CivilDate(published)
    else { return }
    let days = calendar.count(after: start, through: end)
    guard days > Self.limit else { return }
    let isSecond = Self.secondEdition.map { published >= $0 } ?? true
    let knowsHolidays = calendar.covers(start) && calendar.covers(end)
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

extension Inspection.CivilDate {
  /// The same day as front matter gives it.
  init?(_ date: YAML.CivilDate) { self.init(year: date.year, month: date.month, day: date.day) }
}
