import Chronology
import Inspection

/// Issues index numbers (索引号): the next serial of the organ and the year, in the site's form.
public struct IndexNumberIssuer: Sendable {
  private let pattern: IndexNumberPattern
  private let unit: String?

  /// - Parameter unit: the code the numbers begin with; `nil` to go on with the one in use.
  public init(pattern: IndexNumberPattern, unit: String? = nil) {
    self.pattern = pattern
    self.unit = unit
  }

  /// - Parameter organ: by its ordinal; `nil` for the site's host.
  public init(_ settings: SiteSettings, organ: Int? = nil) {
    let unit = organ.map { settings.organs[$0].organizationCode } ?? settings.indexNumberUnit
    self.init(pattern: settings.indexNumbers, unit: unit)
  }

  /// The next number for something published on `date`.
  ///
  /// What is not in the site's form is passed over.
  ///
  /// - Parameters:
  ///   - taken: every number ever given out, of withheld and removed documents too.
  ///   - own: those of the organ, which show the code it has in use; by default all that are taken.
  /// - Returns: `nil` when the organ's code is not known, or the year has no serial left.
  public func next(on date: CivilDate, taken: [String], own: [String]? = nil) -> String? {
    let numbers = parsed(taken)
    guard let unit = pattern.hasUnit ? unit ?? Self.latest(own.map(parsed) ?? numbers)?.unit : "" else { return nil }
    return pattern.next(unit: unit, year: date.year, month: pattern.hasMonth ? date.month : nil, after: numbers)
  }

  private func parsed(_ numbers: [String]) -> [IndexNumber] { numbers.compactMap { try? pattern.parse($0) } }

  private static func latest(_ numbers: [IndexNumber]) -> IndexNumber? {
    numbers.max { ($0.year, $0.serial, $0.unit) < ($1.year, $1.serial, $1.unit) }
  }
}
