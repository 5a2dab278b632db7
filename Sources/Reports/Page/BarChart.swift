/// Horizontal bars, each of one or more parts, as SVG within the page.
///
/// Each part has a class of its own for its colour and a pattern besides, as colour alone tells some readers nothing.
/// There is no style attribute: the site's content security policy forbids it.
struct BarChart {
  struct Bar {
    let label: String
    /// What each part counts, by its place among the chart's patterns, and its value.
    let parts: [(pattern: Int, value: ReportNumber)]

    var total: ReportNumber { parts.reduce(ReportNumber(0)) { $0 + $1.value } }
  }

  /// Alone on its page.
  let id: String
  let title: String
  let unit: String
  let bars: [Bar]
  /// What the patterns stand for; empty where each bar has a label and one part.
  let legend: [String]

  // In units of the view box, which is about as wide as a telephone so that text stays large there.
  private static let width = 360
  private static let barLength = 290
  private static let barHeight = 20
  private static let rowHeight = 46
  private static let legendHeight = 28
  private static let characterWidth = 16
  private static let swatch = 20

  func svg() -> [UInt8] {
    var writer = HTMLWriter()
    let keys = legendPlaces()
    let top = keys.map { $0.y + Self.legendHeight + 4 }.max() ?? 0
    writer.start(
      "svg",
      [
        ("class", "report-chart"), ("role", "img"), ("aria-labelledby", "\(id)-title \(id)-desc"),
        ("viewBox", "0 0 \(Self.width) \(top + bars.count * Self.rowHeight)"),
      ])
    writer.element("title", [("id", "\(id)-title")], title)
    writer.element("desc", [("id", "\(id)-desc")], description)
    appendPatterns(&writer)
    for (i, (label, place)) in zip(legend, keys).enumerated() {
      box(x: place.x + 1, y: place.y + 4, width: Self.swatch, pattern: i, &writer)
      let (x, y) = (String(place.x + Self.swatch + 7), String(place.y + 20))
      writer.element("text", [("class", "bar-key"), ("x", x), ("y", y)], label)
    }
    let largest = max(1, bars.map(\.total.millionths).max() ?? 1)
    for (i, bar) in bars.enumerated() { append(bar, top: top + i * Self.rowHeight, largest, &writer) }
    writer.markup("</svg>\n")
    return writer.bytes
  }

  private var description: String {
    let sentences = bars.map { bar in
      guard !legend.isEmpty else { return "\(bar.label) \(bar.total) \(unit)" }
      let parts = bar.parts.map { "\(legend[$0.pattern]) \($0.value) \(unit)" }
      return "\(bar.label)：" + parts.joined(separator: "，")
    }
    return sentences.joined(separator: legend.isEmpty ? "，" : "；") + "。"
  }

  private func append(_ bar: Bar, top: Int, _ largest: Int, _ writer: inout HTMLWriter) {
    writer.element("text", [("class", "bar-label"), ("x", "0"), ("y", String(top + 16))], bar.label)
    let y = top + 22
    var x = 1
    for part in bar.parts where part.value > ReportNumber(0) {
      let length = Double(part.value.millionths) / Double(largest) * Double(Self.barLength)
      let shown = max(2, Int(length.rounded()))
      box(x: x, y: y, width: shown, pattern: part.pattern, &writer)
      x += shown
    }
    writer.element(
      "text", [("class", "bar-value"), ("x", String(x + 7)), ("y", String(y + 16))], bar.total.description)
  }

  private func box(x: Int, y: Int, width: Int, pattern: Int, _ writer: inout HTMLWriter) {
    let box = [("x", String(x)), ("y", String(y)), ("width", String(width)), ("height", String(Self.barHeight))]
    writer.element("rect", [("class", "bar bar-\(pattern + 1)"), ("fill", "#cfe0f2"), ("stroke", "#24527a")] + box, "")
    writer.element("rect", [("class", "bar-pattern"), ("fill", "url(#\(id)-pattern-\(pattern + 1))")] + box, "")
  }

  /// Where the keys of the legend stand: beside each other as far as the width allows.
  private func legendPlaces() -> [(x: Int, y: Int)] {
    var (x, y) = (0, 0)
    return legend.map { label in
      let width = Self.swatch + 7 + label.count * Self.characterWidth + 14
      if x > 0, x + width > Self.width { (x, y) = (0, y + Self.legendHeight) }
      defer { x += width }
      return (x, y)
    }
  }

  /// Lines and crosses, no two alike: the direction and the distance change in turn.
  private func appendPatterns(_ writer: inout HTMLWriter) {
    let strokes = [
      "M0 4H8", "M4 0V8", "M0 8L8 0", "M0 0L8 8", "M0 4H8M4 0V8", "M0 8L8 0M0 0L8 8", "M3 4H5", "M0 2H8M0 6H8",
    ]
    let count = bars.flatMap(\.parts).map { $0.pattern + 1 }.max() ?? 0
    writer.markup("<defs>")
    for i in 0..<max(count, legend.count) {
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

extension HTMLWriter {
  /// The chart under its title.
  mutating func figure(_ chart: BarChart) {
    markup("<figure class=\"report-figure\">\n")
    element("figcaption", [], "\(chart.title)（单位：\(chart.unit)）")
    append(chart.svg())
    markup("</figure>\n")
  }
}
