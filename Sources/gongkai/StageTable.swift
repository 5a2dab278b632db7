import Build
import Diagnostics

/// What each stage of a build took, as a table.
struct StageTable {
  private let stages: [StageMeasurement]

  init(_ stages: [StageMeasurement]) { self.stages = stages }

  func text(_ language: Language) -> String {
    let head =
      switch language {
      case .zh: ["步骤", "历时（秒）", "处理器（秒）", "数量", "字节"]
      case .en: ["stage", "elapsed (s)", "processor (s)", "count", "bytes"]
      }
    let rows = stages.map { stage in
      [
        stage.stage.name[language], Self.seconds(stage.elapsed), Self.seconds(stage.processor), "\(stage.count)",
        "\(stage.bytes)",
      ]
    }
    let sum = [
      language == .zh ? "合计" : "total", Self.seconds(stages.reduce(.zero) { $0 + $1.elapsed }),
      Self.seconds(stages.reduce(.zero) { $0 + $1.processor }), "", "",
    ]
    let table = [head] + rows + [sum]
    let widths = head.indices.map { column in table.map { Self.width($0[column]) }.max() ?? 0 }
    return table.map { Self.line($0, widths) + "\n" }.joined()
  }

  private static func line(_ cells: [String], _ widths: [Int]) -> String {
    let padded = zip(cells, widths).enumerated().map { column, pair in
      let space = String(repeating: " ", count: pair.1 - width(pair.0))
      return column == 0 ? pair.0 + space : space + pair.0
    }
    var line = padded.joined(separator: "  ")
    while line.hasSuffix(" ") { line.removeLast() }
    return line
  }

  /// Columns on a terminal: two for a Chinese character.
  private static func width(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + ($1.value < 0x1100 ? 1 : 2) }
  }

  private static func seconds(_ duration: Duration) -> String {
    let milliseconds = duration.components.seconds * 1000 + duration.components.attoseconds / 1_000_000_000_000_000
    let fraction = String(milliseconds % 1000)
    return "\(milliseconds / 1000)." + String(repeating: "0", count: 3 - fraction.count) + fraction
  }
}
