import Archive
import Disclosure
import YAML

/// `data/catalog.json` and `data/catalog.csv`: each entry under the registry's keys and labels.
struct CatalogRecords: Sendable {
  let plan: SitePlan
  let keys: OutputKeys
  let summaries: Summaries
  let generator: String
  private let values: FieldValues

  init(plan: SitePlan, keys: OutputKeys, summaries: Summaries, generator: String) {
    self.plan = plan
    self.keys = keys
    self.summaries = summaries
    self.generator = generator
    values = FieldValues(plan.catalog.settings.taxonomy)
  }

  /// More entries than this are cut into a part a year, with an index of the parts.
  static let partThreshold = 5_000

  /// The fields that data files carry, in the registry's order.
  static let fields: [DocumentField] =
    [
      .indexNumber, .publisher, .documentNumber, .dateCreated, .datePublished, .dateEffective, .dateRepealed,
      .validThrough, .theme, .genre, .statutory, .audience, .disclosure, .validity, .department, .summary, .keywords,
    ] + DocumentField.shownAsWritten

  func groups() -> [OutputGroup] {
    let entries = Array(plan.catalog[.entry])
    let all = keys.everything(summaries.fingerprint(of: entries))
    let csv = OutputGroup("csv", key: all) { [OutputFile(path: "data/catalog.csv", pieces: self.csv(entries))] }
    guard entries.count > Self.partThreshold else {
      return [csv, OutputGroup("json", key: all) { [OutputFile(path: "data/catalog.json", bytes: json(entries))] }]
    }
    let years = plan.root.index.terms.filter { $0.vocabulary == "year" }
    return [csv, OutputGroup("json", key: keys.everything()) { [index(of: years)] }] + years.map(part(of:))
  }

  private func part(of year: IndexedTerm) -> OutputGroup {
    OutputGroup("json \(year.code)", key: keys.documents(year.entries, texts: fingerprint)) {
      [OutputFile(path: "data/catalog-\(year.code).json", bytes: json(year.entries))]
    }
  }

  /// Of what a record has beside the document's own metadata.
  private func fingerprint(_ position: Int) -> Fingerprint {
    let related = related(position)
    guard !related.isEmpty else { return summaries.fingerprint(position) }
    var all = summaries.fingerprint(position)
    for (_, other) in related { all.add(plan.addresses[other]) }
    return all
  }

  /// The documents it relates to that readers can see, by position.
  private func related(_ position: Int) -> [(kind: Relation.Kind, other: Int)] {
    plan.catalog.documents[position].relations.compactMap { relation in
      plan.catalog.position(ofIndexNumber: relation.target.value).map { (relation.kind, $0) }
    }
  }

  private func index(of years: [IndexedTerm]) -> OutputFile {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("version", 1)
      writer.member("generator", generator)
      writer.key("parts")
      writer.array { writer in
        for year in years {
          writer.object { writer in
            writer.member("url", "catalog-\(year.code).json")
            writer.member("year", year.ordinal)
            writer.member("count", year.entries.count)
          }
        }
      }
    }
    writer.newline()
    return OutputFile(path: "data/catalog.json", bytes: writer.bytes)
  }

  private func json(_ positions: [Int]) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("version", 1)
      writer.member("generator", generator)
      writer.key("entries")
      writer.array { writer in
        for position in positions {
          writer.newline()
          record(position, &writer)
        }
      }
    }
    writer.newline()
    return writer.bytes
  }

  private func record(_ position: Int, _ writer: inout JSONWriter) {
    let document = plan.catalog.documents[position]
    writer.object { writer in
      writer.member("id", Permalink.identifier(document.indexNumber ?? document.name))
      writer.member("url", plan.addresses[position])
      writer.member("title", document.title)
      writer.member("organ", plan.section(of: position).organ?.code)
      for field in Self.fields {
        if field == .summary {
          writer.member(field.field.key, summary(position))
        } else {
          writer.member(field, of: document, values)
        }
      }
      relations(position, &writer)
    }
  }

  private func relations(_ position: Int, _ writer: inout JSONWriter) {
    let related = related(position)
    guard !related.isEmpty else { return }
    writer.key(DocumentField.relations.field.key)
    writer.array { writer in
      for (kind, other) in related {
        writer.object { writer in
          writer.member("kind", kind.rawValue)
          writer.member("target", plan.catalog.documents[other].indexNumber)
          writer.member("url", plan.addresses[other])
        }
      }
    }
  }

  // MARK: - CSV

  private static let columns = [DocumentField.title] + fields
  /// Rows that are made at once.
  private static let rowsOfPiece = 1_000

  /// The heads, and then some rows at a time: of a hundred thousand entries all take 50 MB.
  private func csv(_ positions: [Int]) -> [OutputFile.Piece] {
    [{ heads() }]
      + stride(from: 0, to: positions.count, by: Self.rowsOfPiece).map { start -> OutputFile.Piece in
        { rows(positions[start..<min(start + Self.rowsOfPiece, positions.count)]) }
      }
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
        if !plan.organs.isEmpty { row.cell(plan.section(of: position).organ?.name ?? "") }
        row.cell(url(position))
      }
    }
    return writer.bytes
  }

  private func url(_ position: Int) -> String {
    plan.catalog.settings.baseURL + plan.addresses[position]
  }

  /// What the page shows: written, or taken from the body.
  private func summary(_ position: Int) -> String? {
    let summary = summaries.text(position)
    return summary.isEmpty ? nil : summary
  }
}
