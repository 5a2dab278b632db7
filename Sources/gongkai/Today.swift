import ArgumentParser
import Chronology
import Glibc

/// The day for commands that write a date into a new file: as `--today` says, else the machine's clock.
enum Today {
  static func validate(_ option: String?) throws {
    guard option.map({ CivilDate($0) != nil }) ?? true else {
      throw ValidationError("--today 应是真实的日期，例如 2018-03-01 · --today must be a day that exists, like 2018-03-01")
    }
  }

  static func date(_ option: String?) -> CivilDate {
    if let date = option.flatMap({ CivilDate($0) }) { return date }
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
