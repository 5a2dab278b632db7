/// The title lines of a plain-text report: the organ, and a line that names the year.
struct ReportHead {
  let title: String
  let organ: String?
  let year: Int?
  /// How many lines of the source the title takes.
  let lineCount: Int

  init(_ lines: [String]) {
    let titleLine = lines.prefix(6).firstIndex { $0.contains("报告") && $0.count <= 60 && !$0.contains("。") }
    guard let titleLine else {
      title = "政府信息公开工作年度报告"
      organ = nil
      year = nil
      lineCount = 0
      return
    }
    let before = lines[..<titleLine].filter { !$0.isEmpty }
    title = before.joined() + lines[titleLine]
    year = ReportHead.year(in: lines[titleLine])
    lineCount = titleLine + 1
    if let only = before.last {
      organ = only
    } else {
      let prefix = lines[titleLine].prefix { !($0.isASCII && $0.isNumber) }
      organ = prefix.isEmpty || prefix.count == lines[titleLine].count ? nil : String(prefix)
    }
  }

  /// Four digits before 年.
  private static func year(in title: String) -> Int? {
    title.firstRange(of: "年").flatMap { range in
      let digits = title[..<range.lowerBound].suffix(4)
      return digits.count == 4 ? Int(digits) : nil
    }
  }
}
