import Diagnostics

/// The prescribed form of the yearly report for a span of years: its headings, its tables, what must add up in them.
///
/// Forms are data: each is a YAML file in `Resources/forms`, and a new form is a new file there.
public struct ReportForm: Sendable {
  /// Names the form in data: `2021-30`.
  public let id: String
  /// The document that prescribes it, as it is cited: 国办公开办函〔2021〕30号.
  public let document: String
  /// The report years it is for; the last is open while the form is in use.
  public let years: ClosedRange<Int>
  /// The titles of the report's parts, in their order.
  public let sections: [String]
  /// Whether a report has to carry the tables.
  public let requiresStatistics: Bool
  let sheets: [ReportSheet]
  /// All tables, in the order of the sheets.
  let tables: [ReportTable]
  let tableIndex: NameIndex
  /// The cells that a measure's series is the sum of, by `measure.series`.
  let measures: [String: [CellName]]

  /// The part that a heading begins, counted from one, by what it is about.
  public func section(titled title: String) -> Int? {
    let subject = ReportText.Subject(title)
    return sections.firstIndex { ReportText.Subject($0) == subject }.map { $0 + 1 }
  }

  public var hasTables: Bool { !sheets.isEmpty }

  /// The form of a report on `year`; the year of publication does not matter. `nil` before 2008, when no law asked
  /// for a report.
  public static func form(forYear year: Int) -> ReportForm? { builtIn.first { $0.years.contains(year) } }

  /// Every form, oldest first.
  public static let builtIn: [ReportForm] = {
    var diagnostics: [Diagnostic] = []
    return builtIn(&diagnostics)
  }()

  static func builtIn(_ diagnostics: inout [Diagnostic]) -> [ReportForm] {
    var forms: [ReportForm] = []
    for file in EmbeddedFiles.all where file.path.contains("/forms/") {
      let bytes = UnsafeBufferPointer(start: file.text.utf8Start, count: file.text.utf8CodeUnitCount)
      if let form = FormReader.read(bytes, path: file.path, &diagnostics) { forms.append(form) }
    }
    return forms.sorted { $0.years.lowerBound < $1.years.lowerBound }
  }

  /// 2019—2020 or 2021 起, for messages.
  var yearsText: Text {
    let (first, last) = (years.lowerBound, years.upperBound)
    return last == Int.max
      ? Text(zh: "\(first) 年度起", en: "from \(first)") : Text(zh: "\(first)—\(last) 年度", en: "\(first) to \(last)")
  }
}

/// A cell by the keys of its table, row and column.
struct CellName: Sendable {
  let table: String
  let row: String
  let column: String

  /// `applications.new.natural`.
  init?(_ text: String) {
    let keys = text.split(separator: ".").map(String.init)
    guard keys.count == 3 else { return nil }
    (table, row, column) = (keys[0], keys[1], keys[2])
  }
}
