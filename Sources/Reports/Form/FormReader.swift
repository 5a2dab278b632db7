import Diagnostics
import YAML

/// Reads a form from YAML. What is incomplete is left out whole, so that no form works by half.
enum FormReader {
  static func read(
    _ bytes: UnsafeBufferPointer<UInt8>, path: String, _ diagnostics: inout [Diagnostic]
  ) -> ReportForm? {
    let before = diagnostics.count
    let node = YAMLParser.parse(bytes, path: path, diagnostics: &diagnostics)
    var reader = FieldReader<FormField>(node, path: path)
    defer { diagnostics += reader.diagnostics }
    guard diagnostics.count == before, let id = reader.text(.id), let document = reader.text(.document),
      let first = reader.integer(.first)
    else { return nil }
    let sheets = reader.records(.sheets, as: SheetField.self).compactMap { sheet($0, &reader) }
    let tables = sheets.flatMap(\.tables)
    return ReportForm(
      id: id, document: document, years: first...max(first, reader.integer(.last) ?? Int.max),
      sections: reader.texts(.sections).map(\.value),
      requiresStatistics: !sheets.isEmpty && reader.choice(.statistics) != "optional",
      sheets: sheets, tables: tables, tableIndex: NameIndex(tables), measures: measures(&reader))
  }

  private static func sheet(
    _ sheet: FieldReader<SheetField>, _ form: inout FieldReader<FormField>
  ) -> ReportSheet? {
    var reader = sheet
    let tables = reader.records(.tables, as: TableField.self)
    let (title, section) = (reader.text(.title), reader.integer(.section))
    let layout = reader.choice(.layout).flatMap(ReportSheet.Layout.init)
    form.absorb(reader.diagnostics)
    guard let title, let layout else { return nil }
    return ReportSheet(
      title: title, section: section, layout: layout, tables: tables.compactMap { table($0, &form) })
  }

  private static func table(
    _ table: FieldReader<TableField>, _ form: inout FieldReader<FormField>
  ) -> ReportTable? {
    var reader = table
    let columns = reader.records(.columns, as: LineField.self).compactMap { line($0, &form) }
    let rows = reader.records(.rows, as: LineField.self).compactMap { line($0, &form) }
    let relations = reader.records(.relations, as: RelationField.self).compactMap { relation($0, &form) }
    let (key, label) = (reader.text(.key), reader.text(.label))
    let (corner, head, aliases) = (reader.text(.corner), reader.text(.head), reader.texts(.aliases).map(\.value))
    form.absorb(reader.diagnostics)
    guard let key, let label, !rows.isEmpty, !columns.isEmpty else { return nil }
    return ReportTable(
      key: key, label: label, aliases: aliases, corner: corner ?? "", head: head, columns: columns, rows: rows,
      relations: relations, rowIndex: NameIndex(rows), columnIndex: NameIndex(columns))
  }

  private static func line(_ line: FieldReader<LineField>, _ form: inout FieldReader<FormField>) -> ReportLine? {
    var reader = line
    let (key, label) = (reader.text(.key), reader.text(.label))
    let (aliases, groups) = (reader.texts(.aliases).map(\.value), reader.texts(.groups).map(\.value))
    let (level, unit) = (reader.integer(.level) ?? 1, reader.text(.unit))
    let kind = reader.choice(.kind).flatMap(NumberKind.init)
    form.absorb(reader.diagnostics)
    guard let key, let label else { return nil }
    return ReportLine(
      key: key, label: label, aliases: aliases, groups: groups, level: level, unit: unit, kind: kind)
  }

  private static func relation(
    _ relation: FieldReader<RelationField>, _ form: inout FieldReader<FormField>
  ) -> ReportRelation? {
    var reader = relation
    let check = reader.choice(.check).flatMap(ReportRelation.Check.init)
    let axis = reader.choice(.axis).flatMap(ReportRelation.Axis.init)
    let left = reader.texts(.left).map { ReportRelation.Term($0.value) }
    let right = reader.texts(.right).map { ReportRelation.Term($0.value) }
    let name = reader.text(.rightName)
    form.absorb(reader.diagnostics)
    guard let check, let axis else { return nil }
    return ReportRelation(check: check, axis: axis, left: left, right: right, rightName: name)
  }

  private static func measures(_ form: inout FieldReader<FormField>) -> [String: [CellName]] {
    var measures: [String: [CellName]] = [:]
    for entry in form.records(.measures, as: MeasureSourceField.self) {
      var reader = entry
      let (code, cells) = (reader.text(.code), reader.texts(.cells).compactMap { CellName($0.value) })
      form.absorb(reader.diagnostics)
      if let code { measures[code] = cells }
    }
    return measures
  }
}
