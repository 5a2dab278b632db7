/// One printed table, of one or more `ReportTable`s.
struct ReportSheet: Sendable {
  /// How the tables stand on paper.
  enum Layout: String, Sendable, CaseIterable {
    /// Several small tables below each other, each under a head of its own.
    case blocks
    /// Rows and columns with merged heads on both sides.
    case matrix
    /// All rows in one line, beside each other.
    case across
    /// Item, unit, number.
    case list
  }

  let title: String
  /// The part of the report it belongs to, counted from one; `nil` for an annex.
  let section: Int?
  let layout: Layout
  let tables: [ReportTable]
}

/// Numbers in rows and columns, written under one key in a report's front matter.
struct ReportTable: Sendable, Named {
  let key: String
  let label: String
  let aliases: [String]
  /// The text of the upper left cell.
  let corner: String
  /// A head above all columns.
  let head: String?
  let columns: [ReportLine]
  let rows: [ReportLine]
  let relations: [ReportRelation]
  let rowIndex: NameIndex
  let columnIndex: NameIndex

  /// What a cell's number must be: the row's own rule where it has one, else the column's.
  func kind(row: Int, column: Int) -> NumberKind { rows[row].kind ?? columns[column].kind ?? .count }

  /// A cell by table, row and, where there are several, column.
  func name(row: Int, column: Int) -> String {
    "\(label)，\(rows[row].path)" + (columns.count > 1 ? "，\(columns[column].path)" : "")
  }

  func unit(row: Int, column: Int) -> String? { rows[row].unit ?? columns[column].unit }

  /// Rows that hold numbers, not a heading.
  var numberRows: [Int] { rows.indices.filter { rows[$0].kind != NumberKind.none } }

  func lines(_ axis: ReportRelation.Axis) -> [ReportLine] { axis == .row ? rows : columns }
}

/// A row or a column.
struct ReportLine: Sendable, Named {
  let key: String
  let label: String
  let aliases: [String]
  /// The merged heads it stands under, the outermost first.
  let groups: [String]
  /// Depth in a list, from one.
  let level: Int
  let unit: String?
  let kind: NumberKind?

  /// The label with the head it stands under, as 其他 alone says little.
  var path: String { (groups.suffix(1) + [label]).joined(separator: "/") }
}

enum NumberKind: String, Sendable, CaseIterable {
  /// A whole number, not below zero.
  case count
  /// A whole number.
  case signed
  /// Not below zero, with a fraction.
  case decimal
  /// A heading without a number.
  case none
}
