import Chronology
import Diagnostics
import YAML

/// What a report says of its own year: in its file name, front matter and title.
public struct ReportCover: Sendable {
  /// The report year and where it stands.
  public let year: Located<Int>
  public let title: Located<String>
  /// What the numbers cover, where given.
  public let period: Period?
  /// The year in the file's name, such as 2017 for `2017.md`, where it has one.
  public let fileYear: Int?

  /// The first and the last day, in the order they are written, and where they stand.
  public struct Period: Sendable {
    public let start: CivilDate
    public let end: CivilDate
    public let span: SourceSpan

    public init(from start: CivilDate, to end: CivilDate, at span: SourceSpan) {
      self.start = start
      self.end = end
      self.span = span
    }
  }

  public init(year: Located<Int>, title: Located<String>, period: Period? = nil, fileYear: Int? = nil) {
    self.year = year
    self.title = title
    self.period = period
    self.fileYear = fileYear
  }

  /// The year is the same everywhere, the period is that whole year, and the title is filled in.
  public func check() -> [Diagnostic] {
    yearFaults + periodFaults + Placeholders.check(title: title.value, at: title.span)
  }

  private var yearFaults: [Diagnostic] {
    var found: [Diagnostic] = []
    if let fileYear, fileYear != year.value {
      found.append(
        Diagnostic(
          .reportYear, at: year.span, zh: "“年度”是 \(year.value)，文件名里是 \(fileYear)",
          en: "the report year is \(year.value), but the file name says \(fileYear)",
          fixes: [
            .init(
              zh: "改为 \(fileYear)，或者改文件名", en: "write \(fileYear), or rename the file",
              replacement: String(fileYear))
          ]))
    }
    let years = Self.years(in: title.value)
    if let first = years.first, !years.contains(year.value) {
      found.append(
        Diagnostic(
          .reportYear, at: title.span, zh: "标题里是 \(first) 年，“年度”是 \(year.value)",
          en: "the title says \(first), but the report year is \(year.value)",
          fixes: [.init(zh: "核对是哪一年的报告", en: "check which year the report is on")]))
    }
    return found
  }

  private var periodFaults: [Diagnostic] {
    guard let period, let start = CivilDate(year: year.value, month: 1, day: 1),
      let end = CivilDate(year: year.value, month: 12, day: 31), period.start != start || period.end != end
    else { return [] }
    return [
      Diagnostic(
        .reportPeriod, at: period.span, zh: "统计期限是 \(period.start) 至 \(period.end)，应为 \(year.value) 年全年",
        en: "the period is \(period.start) to \(period.end), not the whole of \(year.value)",
        fixes: [
          .init(
            zh: "写作 {起: \(start), 止: \(end)}", en: "write {起: \(start), 止: \(end)}",
            replacement: "{起: \(start), 止: \(end)}")
        ])
    ]
  }

  /// Numbers of four digits that 年 follows.
  private static func years(in text: String) -> [Int] {
    let runs = text.split(separator: "年", omittingEmptySubsequences: false).dropLast()
    return runs.compactMap { run in
      let digits = run.reversed().prefix { $0.isASCII && $0.isNumber }
      return digits.count == 4 ? Int(String(digits.reversed())) : nil
    }
  }
}

extension DiagnosticKind {
  static let reportYear = DiagnosticKind(
    "report.year", .error, zh: "年度报告的年份前后不一致", en: "the report’s year is not the same everywhere")
  static let reportPeriod = DiagnosticKind(
    "report.period", .error, zh: "统计期限不是一整年", en: "the period is not one whole year")
}
