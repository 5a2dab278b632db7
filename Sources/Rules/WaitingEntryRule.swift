import Chronology
import Diagnostics
import Disclosure

extension DiagnosticKind {
  static let waitingEntry = DiagnosticKind(
    "publication.waiting", .note, zh: "成文超过20个工作日还没有公开", en: "still unpublished after 20 working days")
}

/// Drafts, and what waits for its review, are published within 20 working days of being made (政府信息公开条例, 2019,
/// Art. 26). They are counted and not named: what is not published may not show in a log.
struct WaitingEntryRule: Sendable {
  let calendar: WorkingDays

  func check(_ catalog: Catalog, today: CivilDate, _ diagnostics: inout [Diagnostic]) {
    let late = catalog.waitingEntries.filter { entry in
      entry.dateCreated.map { calendar.count(after: $0, through: today) > PublicationTime.limit } ?? false
    }
    let byOrgan = Dictionary(grouping: late) { $0.organ ?? -1 }.mapValues(\.count)
    for (organ, count) in byOrgan.sorted(by: { $0.key < $1.key }) {
      let section = organ < 0 ? catalog.root : catalog.organs[organ]
      diagnostics.append(diagnostic(count, at: SourceSpan(path: "\(section.folder)/\(DocumentKind.entry.folder)")))
    }
  }

  private func diagnostic(_ count: Int, at span: SourceSpan) -> Diagnostic {
    let limit = PublicationTime.limit
    return Diagnostic(
      .waitingEntry, at: span,
      zh: "有 \(count) 份草稿或者没有审查的信息，成文已经超过 \(limit) 个工作日还没有公开；《政府信息公开条例》第二十六条规定的期限是 \(limit) 个工作日",
      en: "\(count) drafts, or entries without a review, are still unpublished more than \(limit) working days after "
        + "signing; Article 26 of the Regulation allows \(limit)",
      fixes: [
        .init(
          zh: "用 gongkai list --all --where 草稿=是 列出；审查以后发布，不主动公开的写明公开方式和理由",
          en:
            "list them with gongkai list --all --where 草稿=是; publish them once reviewed, or say why they are not disclosed"
        )
      ])
  }
}
