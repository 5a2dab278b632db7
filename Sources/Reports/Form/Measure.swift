import Diagnostics
import YAML

/// A number that reports carry whatever their form: what is drawn, compared over the years and looked for in the text.
///
/// Each form says from which of its cells a measure's series are made.
public struct Measure: Sendable {
  /// `outcomes`; a series of it is `outcomes.granted`.
  public let code: String
  public let title: String
  public let unit: String
  public let series: [Series]
  /// The series that are drawn, which add up to something; codes within the measure.
  let drawn: [String]
  /// Whether each year's report shows it as a chart of its own.
  let isDrawnYearly: Bool

  public struct Series: Sendable {
    /// Within the measure: `granted`.
    public let code: String
    public let label: String
    let words: StatementWords
  }

  func code(of series: Series) -> String { "\(code).\(series.code)" }

  /// All measures, in the order in which they are shown.
  public static let all: [Measure] = {
    var diagnostics: [Diagnostic] = []
    return builtIn(&diagnostics)
  }()
}

/// What a sentence says when it speaks of a series. Patterns may have a gap: 收到…申请.
struct StatementWords: Sendable {
  /// Stand in the clause of the number.
  let subjects: [String]
  /// One of them stands in the sentence, or in the heading above it.
  let company: [String]
  /// None of them stands in the clause.
  let exceptions: [String]
  /// Say that there were none.
  let none: [String]
  /// With one of them, a denial is of something else.
  let noneExceptions: [String]
  /// Series of the same measure whose sum the sentence may mean instead.
  let alternative: [String]
}

enum MeasureField: Int, FieldKey {
  case measures

  static let table = FieldTable(
    "measures", [Field("measures", "指标", .records(MeasureEntryField.table), zh: "各项指标", en: "the measures")])
}

enum MeasureEntryField: Int, FieldKey {
  case code, title, unit, isDrawnYearly, drawn, series

  static let table = FieldTable(
    "measure",
    [
      Field("code", "代码", .text, zh: "英文键", en: "key"),
      Field("title", "名称", .text, zh: "名称", en: "title"),
      Field("unit", "单位", .text, zh: "计量单位", en: "unit"),
      Field("yearly_chart", "年度图", .flag, zh: "每年的报告页都画", en: "drawn on each report's page"),
      Field("drawn", "画", .texts, zh: "图上画的各项", en: "series that are drawn"),
      Field("series", "各项", .records(SeriesField.table), zh: "各项", en: "its series"),
    ])
}

enum SeriesField: Int, FieldKey {
  case code, label, subjects, company, exceptions, none, noneExceptions, alternative

  static let table = FieldTable(
    "series",
    [
      Field("code", "代码", .text, zh: "英文键", en: "key"),
      Field("label", "名称", .text, zh: "名称", en: "label"),
      Field("subjects", "词", .texts, zh: "正文里说到它的词", en: "words that speak of it"),
      Field("company", "且", .texts, zh: "同一句里还要有的词", en: "words the sentence has besides"),
      Field("exceptions", "除外", .texts, zh: "有这些词就不是它", en: "words with which it is something else"),
      Field("none", "为零", .texts, zh: "说没有发生的词", en: "words that say there were none"),
      Field("none_exceptions", "为零除外", .texts, zh: "有这些词就不是说它没有发生", en: "words with which something else is denied"),
      Field("alternative", "或", .texts, zh: "也可以是这几项之和", en: "series whose sum may be meant instead"),
    ])
}

extension Measure {
  static func builtIn(_ diagnostics: inout [Diagnostic]) -> [Measure] {
    guard let file = EmbeddedFiles.all.first(where: { $0.path.hasSuffix("/measures.yml") }) else { return [] }
    let bytes = UnsafeBufferPointer(start: file.text.utf8Start, count: file.text.utf8CodeUnitCount)
    let node = YAMLParser.parse(bytes, path: file.path, diagnostics: &diagnostics)
    var reader = FieldReader<MeasureField>(node, path: file.path)
    let measures = reader.records(.measures, as: MeasureEntryField.self).compactMap { read($0, &reader) }
    diagnostics += reader.diagnostics
    return measures
  }

  private static func read(
    _ entry: FieldReader<MeasureEntryField>, _ file: inout FieldReader<MeasureField>
  ) -> Measure? {
    var reader = entry
    let series = reader.records(.series, as: SeriesField.self).compactMap { entry -> Series? in
      var entry = entry
      let (code, label) = (entry.text(.code), entry.text(.label))
      let words = StatementWords(
        subjects: entry.texts(.subjects).map(\.value), company: entry.texts(.company).map(\.value),
        exceptions: entry.texts(.exceptions).map(\.value), none: entry.texts(.none).map(\.value),
        noneExceptions: entry.texts(.noneExceptions).map(\.value), alternative: entry.texts(.alternative).map(\.value))
      file.absorb(entry.diagnostics)
      guard let code, let label else { return nil }
      return Series(code: code, label: label, words: words)
    }
    let (code, title, unit) = (reader.text(.code), reader.text(.title), reader.text(.unit))
    let (drawn, isDrawnYearly) = (reader.texts(.drawn).map(\.value), reader.flag(.isDrawnYearly) ?? false)
    file.absorb(reader.diagnostics)
    guard let code, let title, let unit else { return nil }
    return Measure(
      code: code, title: title, unit: unit, series: series, drawn: drawn, isDrawnYearly: isDrawnYearly)
  }
}
