import Diagnostics

/// The period the text gives for the numbers, against the report's year: last year's sentence left in.
enum StatedPeriod {
  static func check(_ text: ReportText, year: Int) -> [Diagnostic] {
    var found: [Diagnostic] = []
    var start = 0
    for line in text.bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      defer { start += line.count + 1 }
      let words = String(decoding: line, as: UTF8.self)
      guard words.contains("统计期限") || words.contains("统计时限") || words.contains("所列数据") else { continue }
      for date in ["年1月1日", "年01月01日", "年12月31日"] {
        var rest = words[...]
        while let match = rest.firstRange(of: date) {
          let digits = rest[..<match.lowerBound].suffix(4)
          rest = rest[match.upperBound...]
          guard let stated = Int(digits), digits.count == 4, stated != year else { continue }
          let offset = start + words.utf8.distance(from: words.startIndex, to: digits.startIndex)
          found.append(
            Diagnostic(
              .reportPeriod, at: text.span(offset..<offset + 4), zh: "统计期限写的是 \(stated) 年，这是 \(year) 年度的报告",
              en: "the period is in \(stated), but the report is on \(year)",
              fixes: [.init(zh: "改为 \(year)", en: "write \(year)", replacement: String(year))]))
        }
      }
    }
    return found
  }
}
