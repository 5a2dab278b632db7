import Archive
import Disclosure
import YAML

/// `data/catalog.json` and `data/catalog.csv`: each entry under the registry's keys and labels.
struct CatalogRecords: Sendable {
  let plan: SitePlan
  let keys: OutputKeys
  let summaries: Summaries
  let generator: String
  let values: FieldValues

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
      return [csv, OutputGroup("json", key: all) { [OutputFile(path: "data/catalog.json", pieces: json(entries))] }]
    }
    let years = plan.root.index.terms.filter { $0.vocabulary == "year" }
    return [csv, OutputGroup("json", key: keys.everything()) { [index(of: years)] }] + years.map(part(of:))
  }

  private func part(of year: IndexedTerm) -> OutputGroup {
    OutputGroup("json \(year.code)", key: keys.documents(year.entries, texts: fingerprint)) {
      [OutputFile(path: "data/catalog-\(year.code).json", pieces: json(year.entries))]
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
  func related(_ position: Int) -> [(kind: Relation.Kind, other: Int)] {
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

  /// What `make` makes of some entries at a time: of a hundred thousand all would take 50 MB.
  func pieces(
    _ positions: [Int], _ make: @escaping @Sendable (ArraySlice<Int>) -> [UInt8]
  ) -> [OutputFile.Piece] {
    stride(from: 0, to: positions.count, by: 1_000).map { start -> OutputFile.Piece in
      { make(positions[start..<min(start + 1_000, positions.count)]) }
    }
  }

  /// What the page shows: written, or taken from the body.
  func summary(_ position: Int) -> String? {
    let summary = summaries.text(position)
    return summary.isEmpty ? nil : summary
  }
}
