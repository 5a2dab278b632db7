import Diagnostics

/// A mapping of `统计`: what it is called, and what its keys may name.
struct NamedPlace {
  let name: Text
  let level: FormLevel
  let index: NameIndex
  private let items: [any Named]

  init(_ name: Text, _ index: NameIndex, of items: [some Named], level: FormLevel) {
    self.name = name
    self.level = level
    self.index = index
    self.items = items
  }

  /// What to suggest for a mistyped name.
  var suggestions: [String] { items.map(\.label) + items.map(\.shortLabel) + items.flatMap(\.aliases) }
}

/// Where in a form a name is looked for.
enum FormLevel {
  case table
  case row(of: String)
  case column(of: String)
  /// A row of whichever table.
  case anyRow

  func knows(_ name: String, in form: ReportForm) -> Bool {
    switch self {
    case .table: form.tableIndex[name] != nil
    case .row(let table): form.tables.contains { $0.key == table && $0.rowIndex[name] != nil }
    case .anyRow: form.tables.contains { $0.rowIndex[name] != nil }
    case .column(let table): form.tables.contains { $0.key == table && $0.columnIndex[name] != nil }
    }
  }
}

extension DiagnosticKind {
  static let reportForm = DiagnosticKind(
    "report.form", .error, zh: "统计表用了别的年度的格式", en: "the tables follow the form of other years")
  static let reportUnknownName = DiagnosticKind(
    "report.unknown-name", .error, zh: "统计表里没有这一项", en: "the tables have no such entry",
    remedy: Text(zh: "名称照抄表上的文字，见 docs/reports.md", en: "copy the names from the printed form"))
  static let reportDuplicateName = DiagnosticKind(
    "report.duplicate-name", .error, zh: "统计表的同一项写了两次", en: "an entry of the tables is written twice",
    remedy: Text(zh: "只留一处", en: "keep one of the two"))
  static let reportMissingNumber = DiagnosticKind(
    "report.missing-number", .error, zh: "统计表没有填全", en: "the tables are incomplete")
}
