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

  func check(_ document: Document, _ diagnostics: inout [Diagnostic]) {
    guard let days = document.facts.workingDaysToPublication(calendar), days > PublicationTime.limit,
      let created = document.dateCreated, let published = document.datePublished
    else { return }
    let isSecond = RegulationEdition(inForceOn: published) == .of2019
    let years = [created, published].filter { !calendar.covers($0) }.map { String($0.year) }
    let unknown = Set(years).sorted()
    let note = Diagnostic.Note(
      zh: "\(unknown.joined(separator: "、"))年的节假日和调休没有数据，那一年按周一至周五计算，没有扣除节假日",
      en: "the public holidays of \(unknown.joined(separator: ", ")) are not known and were not taken off")
    diagnostics.append(
      Diagnostic(
        .overduePublication, at: document.span(.datePublished),
        zh: "成文后 \(days) 个工作日才发布；《政府信息公开条例》\(isSecond ? "第二十六条" : "")规定的期限是 \(PublicationTime.limit) 个工作日",
        en: "published \(days) working days after signing; "
          + (isSecond ? "Article 26 of the Regulation" : "the Regulation") + " allows \(PublicationTime.limit)",
        notes: unknown.isEmpty ? [] : [note],
        fixes: [.init(zh: "核对两个日期；确属逾期的，保留原日期", en: "check both dates; if publication was late, keep them")]))
  }
}
