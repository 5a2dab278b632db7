import Diagnostics

extension DiagnosticKind {
  static let brokenTable = DiagnosticKind(
    "markdown.broken-table", .error, zh: "表格写法有误", en: "table block that cannot be read")
}

/// The settings at the top of a table block, `键: 值` a line.
struct TableSettings {
  private(set) var caption: Range<Int>?
  private(set) var unit: Range<Int>?
  private(set) var headerRows = 1
  private(set) var headerColumns = 0
  private(set) var alignments: [ColumnAlignment] = []

  private static let keys = ["标题", "单位", "表头行", "表头列", "对齐"]
  private static let synonyms = [
    "caption": "标题", "unit": "单位", "header-rows": "表头行", "header-columns": "表头列", "align": "对齐",
  ]

  /// Takes a setting from a line; reports one it does not know or cannot read.
  mutating func read(_ line: Range<Int>, _ locator: SourceLocator) -> [Diagnostic] {
    let text = locator.text
    guard let colon = Self.colon(text, line) else {
      return [
        Diagnostic(
          .brokenTable, at: locator.span(line), zh: "横线以上应是“键: 值”", en: "above the dashes stand lines of “key: value”")
      ]
    }
    let written = Self.trim(text, line.lowerBound..<colon.lowerBound)
    let value = Self.trim(text, colon.upperBound..<line.upperBound)
    let name = String(decoding: text[written], as: UTF8.self)
    let words = String(decoding: text[value], as: UTF8.self)
    var isRead = true
    switch Self.synonyms[name.lowercased()] ?? name {
    case "标题": caption = value.isEmpty ? nil : value
    case "单位": unit = value.isEmpty ? nil : value
    case "表头行": isRead = Self.readCount(words, into: &headerRows)
    case "表头列": isRead = Self.readCount(words, into: &headerColumns)
    case "对齐": isRead = readAlignments(words)
    default:
      let candidates = Self.keys + Self.synonyms.keys.sorted()
      let fixes = NearMiss.best(for: name, among: candidates).map { [Diagnostic.Fix.didYouMean($0)] } ?? []
      return [
        Diagnostic(
          .brokenTable, at: locator.span(written), zh: "表格没有“\(name)”这一设置，可用的有：\(Self.keys.joined(separator: "、"))",
          en: "tables have no setting “\(name)”; there are \(Self.synonyms.keys.sorted().joined(separator: ", "))",
          fixes: fixes)
      ]
    }
    if isRead { return [] }
    return [
      Diagnostic(
        .brokenTable, at: locator.span(value), zh: "“\(name)”的值“\(words)”无法识别",
        en: "“\(words)” is no value for “\(name)”",
        fixes: [
          name == "对齐" || name == "align"
            ? Diagnostic.Fix(zh: "每列写左、中或右，用逗号隔开", en: "write left, center or right for each column, comma-separated")
            : Diagnostic.Fix(zh: "写一个 0 到 99 的数", en: "write a number from 0 to 99")
        ])
    ]
  }

  private static func readCount(_ words: String, into count: inout Int) -> Bool {
    guard let number = Int(words), (0...99).contains(number) else { return false }
    count = number
    return true
  }

  private mutating func readAlignments(_ words: String) -> Bool {
    alignments = []
    for word in words.split(whereSeparator: { ",，、 ".contains($0) }) {
      switch word {
      case "左", "left": alignments.append(.left)
      case "中", "center": alignments.append(.center)
      case "右", "right": alignments.append(.right)
      case "-", "默认", "none": alignments.append(.none)
      default: return false
      }
    }
    return true
  }

  /// `:` or `：`.
  private static func colon(_ text: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> Range<Int>? {
    for index in line {
      if text[index] == UInt8(ascii: ":") { return index..<index + 1 }
      if text[index] == 0xEF, Scalars.decode(text, at: index).value == 0xFF1A { return index..<index + 3 }
    }
    return nil
  }

  private static func trim(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, text[start] <= 0x20 { start += 1 }
    while end > start, text[end - 1] <= 0x20 { end -= 1 }
    return start..<end
  }
}
