/// A yearly report to be written: its form's headings, and the numbers that are known beforehand.
public struct ReportDraft {
  private let year: Int
  private let organ: String
  private let form: ReportForm
  private let previous: ReportStatistics?
  private let known: [String: Int]

  /// - Parameters:
  ///   - organ: the full name of the organ that reports.
  ///   - previous: last year's numbers, for what is carried over.
  ///   - known: numbers the catalog knows, by `measure.series`.
  /// - Returns: `nil` before 2008, when there was no report.
  public init?(year: Int, organ: String, previous: ReportStatistics?, known: [String: Int]) {
    guard let form = ReportForm.form(forYear: year) else { return nil }
    self.year = year
    self.organ = organ
    self.form = form
    self.previous = previous
    self.known = known
  }

  /// Markdown with front matter. What nobody can know yet is left out of `统计` or marked as to be filled in, so that
  /// `check` names it.
  public func markdown() -> String {
    var lines = [
      "---", "标题: \(organ)\(year)年政府信息公开工作年度报告", "年度: \(year)", "发布机构: \(organ)",
      "统计期限: {起: \(year)-01-01, 止: \(year)-12-31}", "草稿: 是                # 写完以后删去这一行",
    ]
    lines += statistics + ["---", "", "（此处填写编制依据和联系方式）", ""]
    for section in form.sections { lines += ["## \(section)", "", "（此处填写）", ""] }
    return lines.dropLast().joined(separator: "\n") + "\n"
  }

  private var statistics: [String] {
    guard form.requiresStatistics else { return [] }
    var lines = ["统计:                   # 照表补全；没有发生的，在表里写“其余: 0”"]
    for table in form.tables {
      lines.append("  \(table.label):")
      if table.columns.count > 1 { lines.append("    # 各列：\(table.columns.map(\.label).joined(separator: "、"))") }
      lines += table.rows.compactMap { carriedOver($0, table) ?? counted($0, table) }
    }
    return lines
  }

  /// 上年结转, from what last year's report carried out.
  private func carriedOver(_ row: ReportLine, _ table: ReportTable) -> String? {
    guard let previous,
      let relation = table.relations.first(where: { $0.check == .carryOver && $0.left.map(\.key) == [row.key] }),
      let source = relation.right.first
    else { return nil }
    let numbers = table.columns.compactMap { previous[table.key, source.key, $0.key]?.value.description }
    guard numbers.count == table.columns.count else { return nil }
    return "    \(row.label): [\(numbers.joined(separator: ", "))]    # \(previous.year) 年度报告的结转数"
  }

  /// A row all of whose numbers the catalog knows.
  private func counted(_ row: ReportLine, _ table: ReportTable) -> String? {
    let numbers = table.columns.compactMap { column in
      form.measures.first { $0.value.count == 1 && $0.value[0].isCell(table.key, row.key, column.key) }
        .flatMap { known[$0.key] }
    }
    guard numbers.count == table.columns.count else { return nil }
    return "    \(row.label): [\(numbers.map(String.init).joined(separator: ", "))]    # 目录里的件数，请核对"
  }
}

extension CellName {
  fileprivate func isCell(_ table: String, _ row: String, _ column: String) -> Bool {
    self.table == table && self.row == row && self.column == column
  }
}
