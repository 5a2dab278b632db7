/// Horizontal bars of what became of the applications, as SVG within the page.
///
/// Each bar has a class of its own for its colour and a pattern besides, as colour alone tells some readers nothing.
/// There is no style attribute: the site's content security policy forbids it.
struct ReportChart {
  private let plan: ChartPlan
  private let values: [(label: String, value: ReportNumber)]
  private let id: String

  // In units of the view box.
  private static let width = 640
  private static let labelWidth = 150
  private static let barLength = 400
  private static let barHeight = 20
  private static let rowHeight = 32
  private static let textRise = 15

  /// `nil` when the form has no chart, or a number is missing.
  init?(_ statistics: ReportStatistics) {
    guard let plan = statistics.form.chart else { return nil }
    var values: [(label: String, value: ReportNumber)] = []
    for bar in plan.bars {
      let cells = bar.rows.compactMap { statistics[plan.table, $0, plan.column] }
      guard cells.count == bar.rows.count else { return nil }
      values.append((bar.label, cells.reduce(ReportNumber(0)) { $0 + $1.value }))
    }
    self.plan = plan
    self.values = values
    id = "chart-\(statistics.year)"
  }

  func svg() -> [UInt8] {
    var writer = HTMLWriter()
    let height = values.count * Self.rowHeight
    writer.start(
      "svg",
      [
        ("class", "report-chart"), ("role", "img"), ("aria-labelledby", "\(id)-title \(id)-desc"),
        ("viewBox", "0 0 \(Self.width) \(height)"),
      ])
    writer.element("title", [("id", "\(id)-title")], plan.title)
    writer.element("desc", [("id", "\(id)-desc")], description)
    appendPatterns(&writer)
    let largest = max(1, values.map(\.value.millionths).max() ?? 1)
    for (i, entry) in values.enumerated() { append(entry.label, entry.value, at: i, largest, &writer) }
    writer.markup("</svg>\n")
    return writer.bytes
  }

  private var description: String {
    let parts = values.map { "\($0.label) \($0.value) \(plan.unit)" }
    return parts.joined(separator: "，") + "。"
  }

  private func append(_ label: String, _ value: ReportNumber, at i: Int, _ largest: Int, _ writer: inout HTMLWriter) {
    let top = i * Self.rowHeight + (Self.rowHeight - Self.barHeight) / 2
    let length = Int((Double(value.millionths) / Double(largest) * Double(Self.barLength)).rounded())
    let shown = value.millionths > 0 ? max(2, length) : 0
    let box = [
      ("x", String(Self.labelWidth)), ("y", String(top)), ("width", String(shown)), ("height", String(Self.barHeight)),
    ]
    let baseline = ("y", String(top + Self.textRise))
    writer.element(
      "text", [("class", "bar-label"), ("x", String(Self.labelWidth - 8)), baseline, ("text-anchor", "end")], label)
    if shown > 0 {
      writer.element("rect", [("class", "bar bar-\(i + 1)"), ("fill", "#cfe0f2"), ("stroke", "#24527a")] + box, "")
      writer.element("rect", [("class", "bar-pattern"), ("fill", "url(#\(id)-pattern-\(i + 1))")] + box, "")
    }
    let end = Self.labelWidth + shown + 8
    writer.element("text", [("class", "bar-value"), ("x", String(end)), baseline], value.description)
  }

  /// Lines and dots, no two bars alike: the direction and the distance change in turn.
  private func appendPatterns(_ writer: inout HTMLWriter) {
    let strokes = [
      "M0 4H8", "M4 0V8", "M0 8L8 0", "M0 0L8 8", "M0 4H8M4 0V8", "M0 8L8 0M0 0L8 8", "M3 4H5", "M0 2H8M0 6H8",
    ]
    writer.markup("<defs>")
    for i in values.indices {
      writer.start(
        "pattern",
        [("id", "\(id)-pattern-\(i + 1)"), ("width", "8"), ("height", "8"), ("patternUnits", "userSpaceOnUse")])
      writer.start(
        "path",
        [("class", "pattern"), ("d", strokes[i % strokes.count]), ("stroke", "#24527a"), ("stroke-width", "1")])
      writer.markup("</path></pattern>")
    }
    writer.markup("</defs>")
  }
}

extension ReportStatistics {
  /// The outcomes of the applications as an SVG element; empty when the form has no chart or numbers are missing.
  public func chartHTML() -> [UInt8] { ReportChart(self)?.svg() ?? [] }
}
