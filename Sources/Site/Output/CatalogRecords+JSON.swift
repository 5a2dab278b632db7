import Disclosure
import YAML

/// Entries as JSON, one a line.
extension CatalogRecords {
  func json(_ positions: [Int]) -> [OutputFile.Piece] {
    [OutputFile.Piece { head() }] + pieces(positions, records) + [OutputFile.Piece { tail() }]
  }

  private func head() -> [UInt8] {
    var writer = JSONWriter()
    writer.begin("{")
    writer.member("version", 1)
    writer.member("generator", generator)
    writer.key("entries")
    writer.begin("[")
    return writer.bytes
  }

  private func tail() -> [UInt8] {
    var writer = JSONWriter()
    writer.end("]")
    writer.end("}")
    writer.newline()
    return writer.bytes
  }

  private func records(_ positions: ArraySlice<Int>) -> [UInt8] {
    // Records have some 700 bytes.
    var writer = JSONWriter(capacity: positions.count * 1_024, followsItem: positions.startIndex > 0)
    for position in positions {
      writer.newline()
      record(position, &writer)
    }
    return writer.bytes
  }

  private func record(_ position: Int, _ writer: inout JSONWriter) {
    let document = plan.catalog.documents[position]
    writer.object { writer in
      writer.member("id", Permalink.identifier(document.indexNumber ?? document.name))
      writer.member("url", plan.addresses[position])
      writer.member("title", document.title)
      writer.member("organ", document.organ.map { plan.catalog.settings.organs[$0].code })
      for field in Self.fields {
        if field == .summary {
          writer.member(field, summary(position))
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
}
