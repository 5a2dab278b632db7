import ArgumentParser
import Chronology
import Glibc

/// The day for commands that write a date into a new file: as `--today` says, else the machine's clock.
struct TodayOption: ParsableArguments {
  @Option(help: "今天的日期 · today's date")
  var today: String?

  func validate() throws { try Self.validate(today) }

  static func validate(_ day: String?) throws {
    guard day.map({ CivilDate($0) != nil }) ?? true else {
      throw ValidationError("--today 应是真实的日期，例如 2018-03-01 · --today must be a day that exists, like 2018-03-01")
    }
  }

  var date: CivilDate {
    if let date = today.flatMap({ CivilDate($0) }) { return date }
    var now = time(nil)
    var parts = tm()
    localtime_r(&now, &parts)
    let year = Int(parts.tm_year) + 1900
    guard let date = CivilDate(year: year, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday)) else {
      preconditionFailure("the C library gives days of the calendar, here in year \(year)")
    }
    return date
  }
}
