/// Working days: Monday to Friday, but for public holidays, and with the weekend days worked in exchange (调休).
///
/// The State Council announces both each year; a site keeps them as data. A year of which the calendar names no day
/// is taken as plain weeks, and `covers` tells so.
public struct WorkingDays: Sendable, Hashable {
  /// Days off that would be worked: holidays from Monday to Friday. Weekend days among them do no harm.
  public let holidays: Set<CivilDate>
  /// Saturdays and Sundays that are worked. A day in both sets is worked.
  public let workedWeekends: Set<CivilDate>
  /// Weekdays off and weekend days worked, by day number in order: spans of days are counted between them.
  private let weekdaysOff: [Int]
  private let weekendsWorked: [Int]
  private let years: Set<Int>

  public init(holidays: Set<CivilDate>, workedWeekends: Set<CivilDate>) {
    (self.holidays, self.workedWeekends) = (holidays, workedWeekends)
    weekdaysOff = holidays.subtracting(workedWeekends).filter { $0.weekday <= 5 }.map(\.dayNumber).sorted()
    weekendsWorked = workedWeekends.filter { $0.weekday > 5 }.map(\.dayNumber).sorted()
    years = Set(holidays.map(\.year) + workedWeekends.map(\.year))
  }

  public func isWorkingDay(_ date: CivilDate) -> Bool {
    if workedWeekends.contains(date) { return true }
    return date.weekday <= 5 && !holidays.contains(date)
  }

  /// Whether the calendar knows anything of the date's year.
  public func covers(_ date: CivilDate) -> Bool { years.contains(date.year) }

  /// Working days after `start` up to and with `end`: the day of an event is not counted, the last day is
  /// (民法典 Art. 201). Zero when `end` is not later.
  public func count(after start: CivilDate, through end: CivilDate) -> Int {
    guard start < end else { return 0 }
    let weekdays = Self.weekdays(through: end) - Self.weekdays(through: start)
    let off = Self.rank(of: end, in: weekdaysOff) - Self.rank(of: start, in: weekdaysOff)
    let worked = Self.rank(of: end, in: weekendsWorked) - Self.rank(of: start, in: weekendsWorked)
    return weekdays - off + worked
  }

  /// How many of the days come up to and with `date`.
  private static func rank(of date: CivilDate, in days: [Int]) -> Int {
    let day = date.dayNumber
    var (low, high) = (0, days.count)
    while low < high {
      let middle = (low + high) / 2
      if days[middle] <= day { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The last day of a time limit of `days` working days that an event on `start` sets off; `start` itself for
  /// none. `nil` beyond the year 9999.
  public func deadline(_ days: Int, after start: CivilDate) -> CivilDate? {
    guard days > 0 else { return start }
    var date = start
    // Weeks have five working days, give or take the holidays: jump close, then go by days.
    var remaining = days
    while remaining > 0 {
      guard let next = date.advanced(by: remaining) else { return nil }
      remaining -= count(after: date, through: next)
      date = next
    }
    return date
  }

  /// Mondays to Fridays from 0001-01-01, a Monday, up to and with `date`.
  private static func weekdays(through date: CivilDate) -> Int {
    let days = date.dayNumber + 719_163
    return days / 7 * 5 + min(days % 7, 5)
  }
}
