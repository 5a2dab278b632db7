import Diagnostics

/// Checks what must add up within a report, and against the report of the year before.
struct RelationCheck {
  let statistics: ReportStatistics
  let previous: ReportStatistics?

  /// A relation that does not hold in one row or column.
  private struct Failure {
    let relation: ReportRelation
    let line: Int
    let difference: ReportNumber
    var diagnostic: Diagnostic
  }

  func diagnostics() -> [Diagnostic] {
    statistics.form.tables.enumerated().flatMap { position, table in
      let failures = table.relations.flatMap { relation in
        table.lines(relation.axis).indices.compactMap { failure(relation, line: $0, table, position) }
      }
      return namingTheCrossing(failures, table, position).map(\.diagnostic)
    }
  }

  private func failure(_ relation: ReportRelation, line: Int, _ table: ReportTable, _ position: Int) -> Failure? {
    let left = Side(relation.left, name: nil, relation.axis, line, self, position)
    let right = Side(relation.right, name: relation.rightName, relation.axis, line, self, position)
    guard let left, let right, left.sum != right.sum else { return nil }
    let (leftText, rightText) = (text(of: left, relation.axis, table), text(of: right, relation.axis, table))
    let name = table.lines(relation.axis)[line].path
    let isRow = relation.axis == .row
    let zh = "\(table.label)，“\(name)”\(isRow ? "行" : "列")：\(leftText)，与 \(rightText) 不相等"
    let en = "\(table.label), \(isRow ? "row" : "column") “\(name)”: \(leftText), but \(rightText)"
    let notes = (left.cells + right.cells).filter { $0.term.isPrevious }.map {
      Diagnostic.Note(zh: "上一年度的数写在这里", en: "last year’s number is written here", at: $0.cell.span)
    }
    let diagnostic = Diagnostic(
      relation.check.kind, at: left.cells.first?.cell.span ?? statistics.span, zh: zh, en: en, notes: notes,
      fixes: fix(relation, left, right))
    return Failure(relation: relation, line: line, difference: left.sum - right.sum, diagnostic: diagnostic)
  }

  private func fix(_ relation: ReportRelation, _ left: Side, _ right: Side) -> [Diagnostic.Fix] {
    guard left.cells.count == 1, let total = left.cells.first, right.sum >= ReportNumber(0) else {
      return [.init(zh: "逐项核对这几个数", en: "check these numbers one by one")]
    }
    return [
      .init(
        zh: "其余各数无误的话，这里应是 \(right.sum)", en: "if the other numbers are right, this one is \(right.sum)",
        replacement: total.cell.isWritten ? right.sum.description : nil)
    ]
  }

  /// Where one row and one column are wrong by the same amount, the cell in which they meet is the likely mistake.
  private func namingTheCrossing(_ failures: [Failure], _ table: ReportTable, _ position: Int) -> [Failure] {
    let own = failures.filter { !$0.relation.needsPrevious }
    guard own.count == 2, let row = own.first(where: { $0.relation.axis == .row }),
      let column = own.first(where: { $0.relation.axis == .column }),
      row.difference.millionths.magnitude == column.difference.millionths.magnitude,
      let cell = statistics[position, row.line, column.line], cell.isWritten
    else { return failures }
    let (x, y) = (table.rows[row.line].path, table.columns[column.line].path)
    let note = Diagnostic.Note(
      zh: "这一行和一列相差同样的数，先核对相交处：“\(x)”行“\(y)”列的 \(cell.value)",
      en: "one row and one column are off by the same amount; check where they meet first: \(cell.value) "
        + "in row “\(x)”, column “\(y)”",
      at: cell.span)
    return failures.map { failure in
      var failure = failure
      if !failure.relation.needsPrevious { failure.diagnostic.notes.append(note) }
      return failure
    }
  }

  /// One side of a relation, worked out.
  private struct Side {
    let sum: ReportNumber
    let cells: [(term: ReportRelation.Term, cell: ReportStatistics.Cell)]
    let name: String?

    /// `nil` when a number is missing: in this report that was reported, in last year's it cannot be compared.
    init?(
      _ terms: [ReportRelation.Term], name: String?, _ axis: ReportRelation.Axis, _ line: Int,
      _ check: RelationCheck, _ position: Int
    ) {
      let table = check.statistics.form.tables[position]
      let fixed = table.lines(axis)[line].key
      var sum = ReportNumber(0)
      var cells: [(term: ReportRelation.Term, cell: ReportStatistics.Cell)] = []
      for term in terms {
        let (row, column) = axis == .row ? (fixed, term.key) : (term.key, fixed)
        guard let report = term.isPrevious ? check.previous : check.statistics,
          let cell = report[table.key, row, column]
        else { return nil }
        sum = term.isNegative ? sum - cell.value : sum + cell.value
        cells.append((term, cell))
      }
      (self.sum, self.cells, self.name) = (sum, cells, name)
    }
  }

  /// The numbers of a side with their names, as they are added up along the other axis.
  private func text(of side: Side, _ axis: ReportRelation.Axis, _ table: ReportTable) -> String {
    if let name = side.name { return "\(name) \(side.sum)" }
    let along = axis == .row ? table.columns : table.rows
    var words = ""
    for (term, cell) in side.cells {
      let label = along.first { $0.key == term.key }?.shortLabel ?? term.key
      let sign = term.isNegative ? "－" : words.isEmpty ? "" : "＋"
      words += "\(sign)\(term.isPrevious ? "\(statistics.year - 1) 年度" : "")\(label) \(cell.value)"
    }
    return side.cells.count > 1 ? "\(words)＝\(side.sum)" : words
  }
}

extension ReportStatistics {
  /// Checks the numbers against each other and against last year's, each relation that fails named with its cell.
  ///
  /// - Parameter previous: the statistics of the report on the year before, where the site has one.
  public func check(previous: ReportStatistics?) -> [Diagnostic] {
    let last = previous?.year == year - 1 ? previous : nil
    return RelationCheck(statistics: self, previous: last).diagnostics() + (last == nil ? unchecked : [])
  }

  /// Says that the numbers carried over could not be compared, where the form of the year before has them.
  private var unchecked: [Diagnostic] {
    let before = ReportForm.form(forYear: year - 1)
    let terms = form.tables.flatMap { table in
      table.relations.flatMap(\.right).filter(\.isPrevious).map { (table.key, $0.key) }
    }
    let exists = terms.contains { key, row in
      before?.tables.contains { table in table.key == key && table.rows.contains { $0.key == row } } ?? false
    }
    guard exists else { return [] }
    return [
      Diagnostic(
        .reportNoPrevious, at: span, zh: "站点里没有 \(year - 1) 年度报告的统计，结转的数没有核对",
        en: "the site has no statistics for \(year - 1), so the numbers carried over were not checked")
    ]
  }
}

extension DiagnosticKind {
  static let reportBalance = DiagnosticKind(
    "report.balance", .error, zh: "新收加结转不等于办结加结转下年度",
    en: "applications received and carried in do not equal those concluded and carried out")
  static let reportOutcomes = DiagnosticKind(
    "report.outcomes", .error, zh: "办理结果各行之和不等于总计", en: "the outcomes do not add up to their total")
  static let reportApplicants = DiagnosticKind(
    "report.applicants", .error, zh: "各类申请人之和不等于总计", en: "the applicants do not add up to their total")
  static let reportProceedings = DiagnosticKind(
    "report.proceedings", .error, zh: "复议、诉讼结果之和不等于总计",
    en: "the results of review or litigation do not add up to their total")
  static let reportBreakdown = DiagnosticKind(
    "report.breakdown", .warning, zh: "统计表的分项之和不等于合计", en: "the parts do not add up to the whole")
  static let reportCarryOver = DiagnosticKind(
    "report.carry-over", .error, zh: "上年结转与上一年度报告不一致",
    en: "the applications carried in differ from last year’s report")
  static let reportNoPrevious = DiagnosticKind(
    "report.no-previous", .note, zh: "没有上一年度的统计可以核对", en: "no statistics of the year before to compare with",
    remedy: Text(
      zh: "把上一年度的报告连同统计也放进 content/reports/",
      en: "put the report of the year before with its statistics beside it"))
  static let reportInForce = DiagnosticKind(
    "report.in-force", .note, zh: "现行有效件数与上年、制发、废止的件数对不上",
    en: "the documents in force do not follow from last year’s number, those made and those repealed")
}
