import Diagnostics

/// The parts that the lead paragraph announces, against those the report has.
enum LeadParts {
  static func check(_ text: ReportText) -> [Diagnostic] {
    guard let lead = text.parts.first(where: { $0.subject == .lead }), !text.titled.isEmpty,
      let announced = announcement(in: text, lead.content), announced.count != text.titled.count
    else { return [] }
    let titles = text.titled.map { bare($0.title) }
    let missing = announced.names.filter { name in !titles.contains { isSame($0, name) } }
    let named = missing.isEmpty ? "" : "；对不上标题的：" + missing.map { "“\($0)”" }.joined(separator: "、")
    let namedEnglish =
      missing.isEmpty ? "" : "; without a heading: " + missing.map { "“\($0)”" }.joined(separator: ", ")
    return [
      Diagnostic(
        .reportLeadParts, at: text.span(announced.range),
        zh: "导语说报告有 \(announced.count) 个部分，正文有 \(text.titled.count) 个\(named)",
        en: "the lead announces \(announced.count) parts, the report has \(text.titled.count)\(namedEnglish)",
        fixes: [.init(zh: "把导语改成与正文的标题一致", en: "make the lead say what the headings say")])
    ]
  }

  private struct Announcement {
    let count: Int
    let names: [String]
    let range: Range<Int>
  }

  /// 本报告由…组成, 本报告包括…: a list parted by ；, or its number of parts.
  private static func announcement(in text: ReportText, _ lead: Range<Int>) -> Announcement? {
    var start = lead.lowerBound
    for sentence in text.string(lead).split(separator: "。", omittingEmptySubsequences: false) {
      let range = start..<start + sentence.utf8.count
      start = range.upperBound + "。".utf8.count
      guard
        let opening = ["报告由", "报告包括", "报告分为", "报告共分", "报告主要包括"].lazy.compactMap({ sentence.firstRange(of: $0) }).first
      else { continue }
      let list = sentence[opening.upperBound...]
      let names = list.split(separator: "；").map { cleaned($0) }
      let from = range.lowerBound + sentence[..<opening.lowerBound].utf8.count
      if names.count > 2 { return Announcement(count: names.count, names: names, range: from..<range.upperBound) }
      if let count = count(in: list) { return Announcement(count: count, names: [], range: from..<range.upperBound) }
    }
    return nil
  }

  /// 六个部分, 6部分.
  private static func count(in list: Substring) -> Int? {
    guard let word = list.firstRange(of: "部分") else { return nil }
    var before = list[..<word.lowerBound]
    if before.last == "个" || before.last == "大" { before.removeLast() }
    let digits = before.reversed().prefix { $0.isASCII && $0.isNumber }
    if !digits.isEmpty { return Int(String(digits.reversed())) }
    return before.last.flatMap { "一二三四五六七八九十".firstIndex(of: $0) }
      .map { "一二三四五六七八九十".distance(from: "一二三四五六七八九十".startIndex, to: $0) + 1 }
  }

  private static func cleaned(_ name: Substring) -> String {
    var name = name.drop { $0.isWhitespace || "：:“".contains($0) }
    for ending in ["组成", "构成", "等"] where name.hasSuffix(ending) { name = name.dropLast(ending.count) }
    return bare(String(name))
  }

  /// Without its number: 总体情况 for 一、总体情况.
  private static func bare(_ title: String) -> String {
    guard let mark = title.firstIndex(of: "、"), title[..<mark].allSatisfy({ "一二三四五六七八九十".contains($0) }) else {
      return title
    }
    return String(title[title.index(after: mark)...])
  }

  /// Whether two titles share most of their characters: 政府信息公开申请的办理情况 and 政府信息公开申请办理情况.
  private static func isSame(_ title: String, _ name: String) -> Bool {
    let (a, b) = (Set(title), Set(name))
    return Double(a.intersection(b).count) >= 0.7 * Double(max(a.count, b.count))
  }
}

extension DiagnosticKind {
  static let reportLeadParts = DiagnosticKind(
    "report.lead-parts", .note, zh: "导语所列的部分与正文不符", en: "the lead announces other parts than the report has")
}
