import Diagnostics
import YAML

/// Reads `统计` into cells: tables, in them rows, in them columns.
struct StatisticsReader {
  private(set) var statistics: ReportStatistics
  private(set) var diagnostics: [Diagnostic] = []
  private let path: String
  private let tables: [ReportTable]

  init(_ empty: ReportStatistics, path: String) {
    statistics = empty
    tables = empty.form.tables
    self.path = path
  }

  mutating func read(_ node: YAMLNode) {
    let place = Text(zh: "统计", en: "统计")
    let named = NamedPlace(place, statistics.form.tableIndex, of: tables, level: .table)
    guard let entries = entries(of: node, named) else { return }
    for (ordinal, pair) in entries.found { read(table: ordinal, pair) }
    let missing = tables.indices.filter { table in !entries.found.contains { $0.ordinal == table } }
    if let rest = entries.rest {
      for table in missing { fill(table, rows: tables[table].numberRows, rest) }
    } else if !entries.isForeign {
      reportMissing(missing.map { tables[$0].label }, of: place, at: node.range)
    }
  }

  private mutating func read(table: Int, _ pair: YAMLNode.Pair) {
    let form = tables[table]
    let place = Text(zh: form.label, en: form.label)
    let named = NamedPlace(place, form.rowIndex, of: form.rows, level: .row(of: form.key))
    guard let entries = entries(of: pair.value, named) else { return }
    for (ordinal, pair) in entries.found { read(row: ordinal, of: table, pair) }
    let missing = form.numberRows.filter { row in !entries.found.contains { $0.ordinal == row } }
    if let rest = entries.rest {
      fill(table, rows: missing, rest)
    } else if !entries.isForeign {
      reportMissing(missing.map { form.rows[$0].label }, of: place, at: pair.key.range)
    }
  }

  private mutating func read(row: Int, of table: Int, _ pair: YAMLNode.Pair) {
    let form = tables[table]
    let name = "\(form.label)，\(form.rows[row].path)"
    let place = Text(zh: name, en: name)
    if form.columns.count == 1 || form.rows[row].kind == NumberKind.none, pair.value.scalar != nil {
      read(cell: 0, row, table, pair.value, key: pair.key)
      return
    }
    if case .sequence(let items) = pair.value.content {
      guard items.count == form.columns.count else {
        let columns = form.columns.map(\.label).joined(separator: "、")
        report(
          .reportMissingNumber, pair.value.range,
          zh: "\(name)：这一行应有 \(form.columns.count) 个数（\(columns)），写了 \(items.count) 个",
          en: "\(name): this row has \(form.columns.count) numbers (\(columns)), not \(items.count)")
        return
      }
      for (column, item) in items.enumerated() { read(cell: column, row, table, item, key: pair.key) }
      return
    }
    let named = NamedPlace(place, form.columnIndex, of: form.columns, level: .column(of: form.key))
    guard let entries = entries(of: pair.value, named) else { return }
    for (ordinal, cell) in entries.found { read(cell: ordinal, row, table, cell.value, key: cell.key) }
    let missing = form.columns.indices.filter { column in !entries.found.contains { $0.ordinal == column } }
    if let rest = entries.rest {
      for column in missing { statistics[table, row, column] = zero(rest) }
    } else if !entries.isForeign {
      reportMissing(missing.map { form.columns[$0].label }, of: place, at: pair.key.range)
    }
  }

  private mutating func read(cell column: Int, _ row: Int, _ table: Int, _ node: YAMLNode, key: YAMLNode) {
    let form = tables[table]
    let isBlank = node.range.count == 0
    let text = node.isNull ? "" : node.scalar
    let span = SourceSpan(path: path, range: isBlank ? key.range : node.range)
    let reader = NumberReader(form, row: row, column: column)
    guard let number = reader.read(text, at: span, isReplaceable: !isBlank, &diagnostics) else { return }
    statistics[table, row, column] = ReportStatistics.Cell(value: number, span: span, isWritten: true)
  }

  private mutating func fill(_ table: Int, rows: [Int], _ rest: YAMLNode.Pair) {
    for row in rows {
      for column in tables[table].columns.indices { statistics[table, row, column] = zero(rest) }
    }
  }

  private func zero(_ rest: YAMLNode.Pair) -> ReportStatistics.Cell {
    let range = ByteRange(rest.key.range.lowerBound, rest.value.range.upperBound)
    return ReportStatistics.Cell(
      value: ReportNumber(0), span: SourceSpan(path: path, range: range), isWritten: false)
  }

  /// The pairs of a mapping by what they name.
  private struct Entries {
    var found: [(ordinal: Int, pair: YAMLNode.Pair)] = []
    var rest: YAMLNode.Pair?
    /// Something belongs to another form: what that leaves missing need not be told as well.
    var isForeign = false
  }

  private mutating func entries(of node: YAMLNode, _ place: NamedPlace) -> Entries? {
    guard case .mapping(let pairs) = node.content else {
      report(
        .wrongType, node.range, zh: "\(place.name.zh)：这里应逐行写成“名称: 数”的形式",
        en: "\(place.name.en): “name: number” lines are expected here",
        fixes: [.init(zh: "全部为零的可以写“其余: 0”", en: "where all are zero, write “其余: 0”")])
      return nil
    }
    var entries = Entries()
    for pair in pairs {
      let name = pair.key.scalar ?? ""
      if name == "其余" || name == "rest" {
        if pair.value.scalar == "0" {
          entries.rest = pair
        } else {
          report(
            .reportNumber, pair.value.range.count > 0 ? pair.value.range : pair.key.range,
            zh: "“其余”只能是 0", en: "“其余” can only be 0",
            fixes: [.init(zh: "不为零的逐项写明", en: "write out what is not zero")])
          entries.isForeign = true
        }
      } else if let ordinal = place.index[name] {
        if let first = entries.found.first(where: { $0.ordinal == ordinal }) {
          let span = SourceSpan(path: path, range: first.pair.key.range)
          report(
            .reportDuplicateName, pair.key.range, zh: "\(place.name.zh)：“\(name)”写了两次",
            en: "\(place.name.en): “\(name)” is written twice",
            notes: [.init(zh: "第一次写在这里", en: "first written here", at: span)])
        } else {
          entries.found.append((ordinal, pair))
        }
      } else {
        entries.isForeign = reportUnknown(name, pair.key.range, place) || entries.isForeign
      }
    }
    return entries
  }

  /// - Returns: whether the name belongs to the form of other years.
  private mutating func reportUnknown(_ name: String, _ range: ByteRange, _ place: NamedPlace) -> Bool {
    let unknown = UnknownName(
      name: name, span: SourceSpan(path: path, range: range), level: place.level, form: statistics.form,
      year: statistics.year)
    diagnostics.append(unknown.diagnostic(in: place.name, suggestions: place.suggestions))
    return unknown.otherForm != nil
  }

  private mutating func reportMissing(_ labels: [String], of place: Text, at range: ByteRange) {
    guard !labels.isEmpty else { return }
    let names = labels.prefix(3).map { "“\($0)”" }
    let (zh, en) = (names.joined(separator: "、"), names.joined(separator: ", "))
    report(
      .reportMissingNumber, range,
      zh: "\(place.zh)：没有填\(zh)" + (labels.count > 3 ? "等 \(labels.count) 项" : ""),
      en: "\(place.en): \(en)" + (labels.count > 3 ? " and \(labels.count - 3) more" : "") + " not given",
      fixes: [.init(zh: "补上；都是零的写“其余: 0”", en: "add them; if all are zero write “其余: 0”")])
  }

  private mutating func report(
    _ kind: DiagnosticKind, _ range: ByteRange, zh: String, en: String, notes: [Diagnostic.Note] = [],
    fixes: [Diagnostic.Fix] = []
  ) {
    let span = SourceSpan(path: path, range: range)
    diagnostics.append(Diagnostic(kind, at: span, zh: zh, en: en, notes: notes, fixes: fixes))
  }
}
