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
    let all = key(of: entries[...])
    let csv = OutputGroup("csv", key: all) { [OutputFile(path: "data/catalog.csv", pieces: self.csv(entries))] }
    guard entries.count > Self.partThreshold else {
      return [csv, OutputGroup("json", key: all) { [OutputFile(path: "data/catalog.json", pieces: json(entries))] }]
    }
    let years = plan.root.index.terms.filter { $0.vocabulary == "year" }
    return [csv, OutputGroup("json", key: keys.everything()) { [index(of: years)] }] + years.map(part(of:))
  }

  private func part(of year: IndexedTerm) -> OutputGroup {
    OutputGroup("json \(year.code)", key: key(of: year.entries[...])) {
      [OutputFile(path: "data/catalog-\(year.code).json", pieces: json(year.entries))]
    }
  }

  /// Of some records: of each document's metadata, and what is shown beside it.
  private func key(of positions: ArraySlice<Int>) -> Fingerprint {
    keys.documents(positions) { position in
      var all = summaries.fingerprint(position)
      for (_, other) in related(position) { all.add(plan.addresses[other]) }
      return all
    }
  }

  /// The documents it relates to that readers can see, by position.
  func related(_ position: Int) -> [(kind: Relation.Kind, other: Int)] {
    guard plan.catalog.facts[position].hasRelations else { return [] }
    return plan.catalog.documents[position].relations.compactMap { relation in
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
    months(positions).map { month in
      var key = key(of: month)
      // The first record has none before it.
      key.add(month.startIndex == 0 ? 0 : 1 as Int)
      return OutputFile.Piece(key: key) { make(month) }
    }
  }

  /// Entries of one month each, so that a new one leaves the pieces of others what they are; at most a thousand.
  private func months(_ positions: [Int]) -> [ArraySlice<Int>] {
    var months: [ArraySlice<Int>] = []
    var start = 0
    var last: Int32?
    for (index, position) in positions.enumerated() {
      let month = plan.catalog.facts[position].date.map { $0.digits / 100 }
      if index > start, month != last || index - start == 1_000 {
        months.append(positions[start..<index])
        start = index
      }
      last = month
    }
    return months + (start < positions.count ? [positions[start...]] : [])
  }

  /// What the page shows: written, or taken from the body.
  func summary(_ position: Int) -> String? {
    let summary = summaries.text(position)
    return summary.isEmpty ? nil : summary
  }
}
