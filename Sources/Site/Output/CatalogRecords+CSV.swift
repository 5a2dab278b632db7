import Disclosure
import YAML

/// Entries as rows.
extension CatalogRecords {
  private static let columns = [DocumentField.title] + fields

  func csv(_ positions: [Int]) -> [OutputFile.Piece] {
    [OutputFile.Piece { heads() }] + pieces(positions, rows)
  }

  private func heads() -> [UInt8] {
    let organ = plan.organs.isEmpty ? [] : [SettingField.organs.field.label]
    var writer = CSVWriter()
    writer.row(Self.columns.map(plan.catalog.settings.label) + organ + ["网址"])
    return writer.bytes
  }

  private func rows(_ positions: ArraySlice<Int>) -> [UInt8] {
    // Rows have some 500 bytes.
    var writer = CSVWriter(capacity: positions.count * 600, isStart: false)
    for position in positions {
      let document = plan.catalog.documents[position]
      writer.row { row in
        for field in Self.columns {
          row.cell { add in
            if field == .summary { summary(position).map(add) } else { values.forEach(of: field, in: document, add) }
          }
        }
        if !plan.organs.isEmpty { row.cell(document.organ.map { plan.catalog.settings.organs[$0].name } ?? "") }
        row.cell(url(position))
      }
    }
    return writer.bytes
  }

  private func url(_ position: Int) -> String {
    plan.catalog.settings.baseURL + plan.addresses[position]
  }
}
