import Chronology
import Disclosure

/// What an organ published, how fast, and what is overdue (考核评议).
struct Assessment: Sendable {
  /// Entries of one part: an organ, a department, a year.
  struct Counts: Sendable {
    /// Actively disclosed.
    var published = 0
    /// On application, listed only.
    var listed = 0
    /// 不予公开.
    var withheld = 0
    /// Working days to publication of the entries that have a limit.
    var days = DayCounts()

    var inTime: Int { days.count(upTo: PublicationTime.limit) }
    var late: Int { days.count - inTime }
    /// Rounded down, so that 100 means all of them.
    var inTimePercent: Int? { days.count == 0 ? nil : inTime * 100 / days.count }
    /// At least half of the entries took no longer.
    var median: Int? { days.median }
    var longest: Int? { days.longest }
  }

  struct Part: Sendable {
    let name: String
    /// The organ it is, by ordinal.
    var organ: Int?
    var year: Int?
    var counts = Counts()
  }

  struct Report: Sendable {
    let year: Int
    let due: CivilDate?
    let published: CivilDate?
    /// Its position in the catalog; `nil` where there is none though it is due.
    let position: Int?
  }

  private(set) var total = Part(name: "合计")
  /// At the root of a site with several organs.
  private(set) var organs: [Part] = []
  /// Elsewhere; what names none comes last.
  private(set) var departments: [Part] = []
  /// By year of publication, newest first; what was not published by the year it was made.
  private(set) var years: [Part] = []
  /// Entries published late, by position, the slowest first.
  private(set) var late: [(position: Int, days: Int)] = []
  private(set) var reports: [Report] = []

  /// - Parameter organ: whose section it is, by ordinal; `nil` for the root.
  init(_ catalog: Catalog, _ section: SiteSection, of organ: Int?) {
    let isJoint = organ == nil && !catalog.organs.isEmpty
    var tally = Tally(catalog, isJoint: isJoint)
    for position in section.entries { tally.add(position) }
    for entry in catalog.withheldEntries where isJoint || entry.organ == organ { tally.add(entry) }
    total.counts = tally.total
    organs = tally.organParts()
    departments = tally.departmentParts()
    years = tally.years.sorted { $0.key > $1.key }.map { Part(name: "\($0)年", year: $0, counts: $1) }
    late = tally.late.sorted { ($1.days, $0.position) < ($0.days, $1.position) }
    reports = Assessment.reports(of: section, in: catalog)
  }

  private static func reports(of section: SiteSection, in catalog: Catalog) -> [Report] {
    let deadline = section.organ?.reportDeadline ?? catalog.settings.reportDeadline
    let found = section[.report].compactMap { position in
      let document = catalog.documents[position]
      return document.reportYear.map { year in
        Report(year: year, due: deadline.date(forYear: year), published: document.datePublished, position: position)
      }
    }
    let missing = deadline.missingYears(catalog, section.documents).map {
      Report(year: $0, due: deadline.date(forYear: $0), published: nil, position: nil)
    }
    return (found + missing).sorted { $0.year > $1.year }
  }
}

/// Counts entries by all the parts they belong to.
private struct Tally {
  let catalog: Catalog
  let calendar: WorkingDays
  let isJoint: Bool
  private(set) var total = Assessment.Counts()
  private(set) var years: [Int: Assessment.Counts] = [:]
  private(set) var late: [(position: Int, days: Int)] = []
  /// By ordinal of the organ, or of the department; -1 for none.
  private var parts: [Int: Assessment.Counts] = [:]

  init(_ catalog: Catalog, isJoint: Bool) {
    self.catalog = catalog
    self.isJoint = isJoint
    calendar = catalog.settings.holidays.calendar
  }

  mutating func add(_ position: Int) {
    let document = catalog.facts[position]
    let days = document.workingDaysToPublication(calendar)
    if let days, days > PublicationTime.limit { late.append((position, days)) }
    count(part: isJoint ? document.organ : document.department, year: document.date?.year) { counts in
      if document.publication == .listed { counts.listed += 1 } else { counts.published += 1 }
      if let days { counts.days.add(days) }
    }
  }

  mutating func add(_ entry: WithheldEntry) {
    count(part: isJoint ? entry.organ : entry.department, year: entry.dateCreated?.year) { $0.withheld += 1 }
  }

  private mutating func count(part: Int?, year: Int?, _ change: (inout Assessment.Counts) -> Void) {
    change(&total)
    change(&parts[part ?? -1, default: .init()])
    if let year { change(&years[year, default: .init()]) }
  }

  /// In the site's order, the host first.
  func organParts() -> [Assessment.Part] {
    guard isJoint else { return [] }
    let host = parts[-1].map { [Assessment.Part(name: catalog.settings.organization, counts: $0)] } ?? []
    return host
      + catalog.settings.organs.enumerated().map { ordinal, organ in
        Assessment.Part(name: organ.name, organ: ordinal, counts: parts[ordinal] ?? .init())
      }
  }

  /// In the site's order; what names no department last.
  func departmentParts() -> [Assessment.Part] {
    guard !isJoint else { return [] }
    let terms = catalog.settings.taxonomy["department"]?.terms ?? []
    let named = terms.enumerated().compactMap { ordinal, term in
      parts[ordinal].map { Assessment.Part(name: term.name, counts: $0) }
    }
    return named + (parts[-1].map { [Assessment.Part(name: "未写责任科室", counts: $0)] } ?? [])
  }
}
