import Disclosure

/// `data/holidays.json`: the days off and the weekend days worked by which the site counts working days.
struct HolidayRecords {
  let years: [HolidayYear]
  let generator: String

  func files() -> [OutputFile] {
    [
      OutputFile(path: "data/holidays.json", bytes: json()),
      OutputFile(path: "data/holidays.schema.json", bytes: JSONSchema.holidays.file(title: "holidays")),
    ]
  }

  private func json() -> [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("version", 1)
      writer.member("generator", generator)
      writer.key("years")
      writer.array { writer in years.forEach { year($0, &writer) } }
    }
    writer.newline()
    return writer.bytes
  }

  private func year(_ year: HolidayYear, _ writer: inout JSONWriter) {
    writer.newline()
    writer.object { writer in
      writer.member("year", year.year)
      for (key, texts) in [
        ("notices", year.notices), ("days_off", year.daysOff.map(\.description)),
        ("worked_weekends", year.workedWeekends.map(\.description)),
      ] {
        writer.key(key)
        writer.array { writer in texts.forEach { writer.string($0) } }
      }
    }
  }
}

extension JSONSchema {
  /// What `data/holidays.json` looks like.
  static var holidays: JSONSchema {
    .object(
      [
        Property("version", .integer), Property("generator", .text), Property("years", .array(of: holidayYear)),
      ], required: ["version", "generator", "years"])
  }

  private static var holidayYear: JSONSchema {
    .object(
      [
        Property("year", .integer), Property("notices", .array(of: .text), "通知的发文字号 / numbers of the announcements"),
        Property("days_off", .array(of: .date), "放假的日期，含周末 / days off, weekends among them included"),
        Property("worked_weekends", .array(of: .date), "调休上班的周六、周日 / Saturdays and Sundays worked in exchange"),
      ], required: ["year", "notices", "days_off", "worked_weekends"])
  }
}
