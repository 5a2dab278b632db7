import Chronology
import Diagnostics
import YAML

/// When an organ's yearly report is to be public, in the year after the one it reports on.
///
/// Under the edition of 2008 every organ has until 31 March; under that of 2019 (Art. 49) departments have until
/// 31 January, governments until 31 March.
public struct ReportDeadline: Sendable {
  public enum OrganType: String, Sendable, CaseIterable {
    case department, government

    var label: String { self == .department ? "政府部门" : "人民政府" }
  }

  public let organType: OrganType
  /// An earlier day that the office above has set, month and day.
  let local: (month: Int, day: Int)?

  /// - Parameter name: of the organ; that of a government ends in 人民政府.
  init(organType: OrganType?, name: String, local: (month: Int, day: Int)? = nil) {
    self.organType = organType ?? (name.hasSuffix("人民政府") ? .government : .department)
    self.local = local
  }

  /// `nil` for years before there were reports.
  public func date(forYear year: Int) -> CivilDate? {
    guard let march = CivilDate(year: year + 1, month: 3, day: 31), let edition = RegulationEdition(inForceOn: march)
    else {
      return nil
    }
    guard edition == .of2019 else { return march }
    let lawful = organType == .government ? march : CivilDate(year: year + 1, month: 1, day: 31)
    guard let local, let lawful, let earlier = CivilDate(year: year + 1, month: local.month, day: local.day) else {
      return lawful
    }
    return min(lawful, earlier)
  }
}

extension ReportDeadline {
  /// Years since a section's first report that have none although the day they were due by has passed; none without
  /// a day to judge by.
  public func missingYears(_ catalog: Catalog, _ section: CatalogSection) -> [Int] {
    let years = Set(section[.report].compactMap { catalog.documents[$0].reportYear })
    guard let today = catalog.today, let first = years.min(), first < today.year,
      !catalog.hasUnread(.report, in: section)
    else { return [] }
    return (first..<today.year).filter { year in
      !years.contains(year) && date(forYear: year).map { $0 < today } ?? false
    }
  }
}

extension FieldReader {
  /// A day of every year, `MM-DD`; one that no year has is reported.
  mutating func monthDay(_ key: Key) -> (month: Int, day: Int)? {
    guard let text = text(key), let span = span(key) else { return nil }
    // 2024 has all days that a year can have.
    if let date = CivilDate("2024-\(text)") { return (date.month, date.day) }
    absorb([
      Diagnostic(
        .wrongType, at: span, zh: "“\(key.field.label)”写月和日，如 01-20",
        en: "“\(key.field.label)” is a month and day, like 01-20")
    ])
    return nil
  }
}
