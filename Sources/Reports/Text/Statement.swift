import Inspection

/// A number that the text gives for a series of a measure.
struct Statement {
  let measure: Measure
  let series: Measure.Series
  let value: Int
  /// In the text's bytes.
  let range: Range<Int>
}

/// Finds in a report's text what it says of the measures.
///
/// Only what can be told for certain: a clause with one number and one subject. Comparisons with other years, shares
/// and parts of the year are passed over.
struct StatementReader {
  let text: ReportText

  private static let comparisons = [
    "上年", "上一年", "去年", "同比", "环比", "增加", "减少", "增长", "下降", "占", "累计", "历年", "以来", "平均", "季度", "上半年", "下半年",
    "月份",
  ]

  func statements() -> [Statement] {
    text.parts.filter { [.overview, .applications, .proceedings].contains($0.subject) }.flatMap(statements)
  }

  private func statements(in part: ReportText.Part) -> [Statement] {
    let clauses = CountedClause.clauses(in: text.bytes[part.content].span)
    var found: [Statement] = []
    for (i, clause) in clauses.enumerated() {
      // In 行政复议、行政诉讼3件 the number may be that of both.
      let isShared = clause.isJoined && i > 0 && clauses[i - 1].counts.isEmpty
      let sentence = part.title + "\n" + sentence(of: clause, part)
      for measure in Measure.all {
        for series in measure.series where series.words.fits(sentence: sentence) {
          if clause.counts.count == 1, !isShared, series.words.isSubject(of: clause.text, beside: Self.comparisons) {
            found.append(
              Statement(
                measure: measure, series: series, value: clause.counts[0].value,
                range: shifted(clause.range, by: part)))
          }
        }
      }
    }
    return found + denials(clauses, part)
  }

  /// 未发生行政复议、行政诉讼: said of a whole run of joined clauses without a number.
  private func denials(_ clauses: [CountedClause], _ part: ReportText.Part) -> [Statement] {
    var found: [Statement] = []
    var start = 0
    while start < clauses.count {
      var end = start + 1
      while end < clauses.count, clauses[end].isJoined { end += 1 }
      let run = clauses[start..<end]
      start = end
      guard run.allSatisfy(\.counts.isEmpty), let first = run.first, let last = run.last else { continue }
      let words = run.map(\.text).joined(separator: "、")
      let sentence = sentence(of: first, part)
      for measure in Measure.all {
        for series in measure.series
        where series.words.fits(sentence: sentence) && series.words.denies(words, beside: Self.comparisons) {
          let range = shifted(first.range.lowerBound..<last.range.upperBound, by: part)
          found.append(Statement(measure: measure, series: series, value: 0, range: range))
        }
      }
    }
    return found
  }

  private func sentence(of clause: CountedClause, _ part: ReportText.Part) -> String {
    text.string(shifted(clause.sentence, by: part))
  }

  private func shifted(_ range: Range<Int>, by part: ReportText.Part) -> Range<Int> {
    range.lowerBound + part.content.lowerBound..<range.upperBound + part.content.lowerBound
  }
}

extension StatementWords {
  func fits(sentence: String) -> Bool { company.isEmpty || company.contains { sentence.contains($0) } }

  /// Whether a clause speaks of the series; `comparisons` apart from what the subject itself says (上年结转).
  func isSubject(of clause: String, beside comparisons: [String]) -> Bool {
    guard let subject = subjects.first(where: { clause.hasPattern($0) }) else { return false }
    let rest = clause.replacing(subject, with: "")
    return !(exceptions + comparisons).contains { rest.contains($0) }
  }

  /// Whether `words` say that there were none.
  func denies(_ words: String, beside comparisons: [String]) -> Bool {
    none.contains { words.hasPattern($0) } && !(noneExceptions + comparisons).contains { words.contains($0) }
  }
}

extension String {
  /// Whether the parts of `pattern` between … stand here one after the other.
  func hasPattern(_ pattern: String) -> Bool {
    var rest = self[...]
    for part in pattern.split(separator: "…") {
      guard let found = rest.firstRange(of: part) else { return false }
      rest = rest[found.upperBound...]
    }
    return true
  }
}
