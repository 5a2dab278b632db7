import Chronology
import Diagnostics
import YAML

/// The public holidays of one year, and the weekend days worked in exchange, as the State Council's office announced
/// them.
public struct HolidayYear: Sendable, Hashable {
  public let year: Int
  /// The announcements' document numbers; a title where the number is not known.
  public let notices: [String]
  /// Weekend days within the holidays included, in order. A holiday may begin in the year before.
  public let daysOff: [CivilDate]
  /// Saturdays and Sundays that are worked.
  public let workedWeekends: [CivilDate]
}

/// The holidays of all years that are known, one year once, in order.
public struct PublicHolidays: Sendable, Hashable {
  public private(set) var years: [HolidayYear] = []

  public init() {}

  /// Those that come with the product.
  static let builtIn: PublicHolidays = {
    var diagnostics: [Diagnostic] = []
    return builtIn(&diagnostics)
  }()

  /// From the product's own YAML files.
  static func builtIn(_ diagnostics: inout [Diagnostic]) -> PublicHolidays {
    var holidays = PublicHolidays()
    for file in EmbeddedFiles.all {
      let bytes = UnsafeBufferPointer(start: file.text.utf8Start, count: file.text.utf8CodeUnitCount)
      let node = YAMLParser.parse(bytes, path: file.path, diagnostics: &diagnostics)
      var reader = FieldReader<HolidayFile>(node, path: file.path)
      var found: [Diagnostic] = []
      holidays.add(reader.records(.holidays, as: HolidayField.self), &found)
      diagnostics += reader.diagnostics + found
    }
    return holidays
  }

  /// Adds years as they are written, each in place of the same year known before.
  mutating func add(_ readers: [FieldReader<HolidayField>], _ diagnostics: inout [Diagnostic]) {
    for var reader in readers {
      let before = diagnostics.count
      let year = reader.integer(.year)
      let notices = reader.texts(.notice).map(\.value)
      let daysOff = reader.texts(.daysOff).flatMap { Self.days($0, &diagnostics) }
      let worked = reader.texts(.worked).flatMap { Self.days($0, &diagnostics) }
      diagnostics += reader.diagnostics
      guard diagnostics.count == before else { continue }
      guard let year, !daysOff.isEmpty else {
        diagnostics.append(
          Diagnostic(
            .missingSettings, at: SourceSpan(path: reader.path, range: reader.range), zh: "“节假日”的每一年要有“年份”和“放假”",
            en: "each year of “节假日” needs “年份” and “放假”"))
        continue
      }
      years.removeAll { $0.year == year }
      years.append(HolidayYear(year: year, notices: notices, daysOff: daysOff, workedWeekends: worked))
      years.sort { $0.year < $1.year }
    }
  }

  /// A day, or the days from one to another: `2026-02-15/2026-02-23` (GB/T 7408).
  private static func days(_ text: Located<String>, _ diagnostics: inout [Diagnostic]) -> [CivilDate] {
    let parts = text.value.split(separator: "/", omittingEmptySubsequences: false)
    // A holiday of more days than a year has is a slip of the pen.
    if let start = parts.first.flatMap({ CivilDate(String($0)) }),
      let end = parts.last.flatMap({ CivilDate(String($0)) }),
      parts.count <= 2, start <= end, end.dayNumber - start.dayNumber < 366
    {
      return (0...(end.dayNumber - start.dayNumber)).compactMap(start.advanced(by:))
    }
    diagnostics.append(
      Diagnostic(
        .wrongType, at: text.span, zh: "这里写日期，或者起止日期，如 2026-02-15/2026-02-23",
        en: "a day, or the first and the last day, like 2026-02-15/2026-02-23"))
    return []
  }

  public var calendar: WorkingDays {
    WorkingDays(holidays: Set(years.flatMap(\.daysOff)), workedWeekends: Set(years.flatMap(\.workedWeekends)))
  }
}

/// `节假日: [{年份, 通知, 放假, 上班}]`.
public enum HolidayField: Int, FieldKey {
  case year, notice, daysOff, worked

  public static let table = FieldTable(
    "holidays",
    [
      Field("year", "年份", .integer, zh: "哪一年的安排", en: "the year", example: "2027"),
      Field("notice", "通知", .texts, zh: "通知的发文字号", en: "document numbers of the announcement"),
      Field(
        "days_off", "放假", .texts, zh: "放假的日期，连着几天的写起止", en: "days off, or their first and last day",
        example: "[2027-01-01/2027-01-03]"),
      Field(
        "worked", "上班", .texts, zh: "调休上班的周六、周日", en: "Saturdays and Sundays that are worked", example: "[2027-01-09]"),
    ])
}

private enum HolidayFile: Int, FieldKey {
  case holidays

  static let table = FieldTable(
    "holiday-file", [Field("holidays", "节假日", .records(HolidayField.table), zh: "历年节假日", en: "holidays by year")])
}
