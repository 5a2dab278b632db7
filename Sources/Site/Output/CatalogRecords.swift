import Disclosure
import YAML

/// `data/catalog.json` and `data/catalog.csv`: each entry under the registry's keys and labels.
struct CatalogRecords {
  let plan: SitePlan
  let digests: [Digest?]
  let generator: String

  /// More entries than this are cut into a part a year, with an index of the parts.
  static let partThreshold = 5_000

  /// The fields that data files carry, in the registry's order.
  static let fields: [DocumentField] = [
    .indexNumber, .publisher, .documentNumber, .dateCreated, .datePublished, .dateEffective, .dateRepealed, .theme,
    .genre, .statutory, .audience, .disclosure, .validity, .department, .summary, .keywords,
  ]

  func files() -> [OutputFile] {
    let entries = Array(plan.catalog[.entry])
    let csv = OutputFile(path: "data/catalog.csv", bytes: csv(entries))
    guard entries.count > Self.partThreshold else {
      return [OutputFile(path: "data/catalog.json", bytes: json(entries)), csv]
    }
    let years = plan.root.index.terms.filter { $0.vocabulary == "year" }
    let parts = years.map { OutputFile(path: "data/catalog-\($0.code).json", bytes: json($0.entries)) }
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
    return [OutputFile(path: "data/catalog.json", bytes: writer.bytes), csv] + parts
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
      writer.member("id", Permalink.identifier(document.metadata.indexNumber ?? document.name))
      writer.member("url", plan.addresses[position])
      writer.member("title", document.metadata.title)
      writer.member("organ", plan.section(of: position).organ?.code)
      for field in Self.fields {
        let values = values(of: field, position)
        guard !values.isEmpty else { continue }
        switch field.field.type {
        case .texts, .terms:
          writer.key(field.field.key)
          writer.array { writer in values.forEach { writer.string($0) } }
        default: writer.member(field.field.key, values[0])
        }
      }
    }
  }

  /// RFC 4180 with a byte order mark, as spreadsheet programs on Chinese Windows need one.
  private func csv(_ positions: [Int]) -> [UInt8] {
    let columns = [DocumentField.title] + Self.fields
    var bytes = Array("\u{FEFF}".utf8)
    let organ = plan.organs.isEmpty ? [] : [SettingField.organs.field.label]
    bytes += (columns.map(\.field.label) + organ + ["网址"]).joined(separator: ",").utf8
    bytes += "\r\n".utf8
    for position in positions {
      let fields = columns.map { values(of: $0, position).joined(separator: "；") }
      let cells = fields + organ.map { _ in plan.section(of: position).organ?.name ?? "" } + [url(position)]
      bytes += cells.map(quoted).joined(separator: ",").utf8
      bytes += "\r\n".utf8
    }
    return bytes
  }

  private func url(_ position: Int) -> String {
    plan.catalog.settings.baseURL + plan.addresses[position]
  }

  /// Quoted where it must be; a leading `=`, `+`, `-` or `@` is kept from being run as a formula.
  private func quoted(_ cell: String) -> String {
    let cell = cell.first.map { "=+-@".contains($0) } == true ? "'" + cell : cell
    guard cell.utf8.contains(where: { "\",\r\n".utf8.contains($0) }) else { return cell }
    return "\"" + cell.replacing("\"", with: "\"\"") + "\""
  }

  private func values(of field: DocumentField, _ position: Int) -> [String] {
    let metadata = plan.catalog.documents[position].metadata
    let taxonomy = plan.catalog.settings.taxonomy
    let term = { (code: String, ordinal: Int?) in
      ordinal.flatMap { ordinal in taxonomy[code].map { [$0.paths[ordinal]] } } ?? []
    }
    let one = { (text: String?) in text.map { [$0] } ?? [] }
    switch field {
    case .title: return [metadata.title]
    case .indexNumber: return one(metadata.indexNumber)
    case .publisher: return term("publisher", metadata.publisher)
    case .documentNumber: return one(metadata.documentNumber)
    case .dateCreated: return one(metadata.dateCreated?.description)
    case .datePublished: return one(metadata.datePublished?.description)
    case .dateEffective: return one(metadata.dateEffective?.description)
    case .dateRepealed: return one(metadata.dateRepealed?.description)
    case .theme: return term("theme", metadata.theme)
    case .genre: return term("genre", metadata.genre)
    case .statutory: return metadata.statutory.flatMap { term("statutory", $0) }
    case .audience: return metadata.audience.flatMap { term("audience", $0) }
    case .disclosure: return one(metadata.disclosure == .onApplication ? "依申请公开" : "主动公开")
    case .validity: return term("validity", metadata.validity)
    case .department: return term("department", metadata.department)
    case .summary:
      let summary = digests[position]?.summary ?? ""
      return summary.isEmpty ? [] : [summary]
    case .keywords: return metadata.keywords
    case .withholdingReason, .review, .relations, .attachments, .changes, .reportYear, .period, .statistics, .contact, .slug, .draft: return []
    }
  }
}
