import Disclosure

/// `search/search.json`: every document's text, for the search page to look through.
struct SearchText {
  let plan: SitePlan
  let digests: [Digest?]

  func json() -> [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("version", 1)
      writer.key("entries")
      writer.array { writer in
        for (position, document) in plan.catalog.documents.enumerated() {
          let metadata = document.metadata
          writer.newline()
          writer.object { writer in
            let identifier = [metadata.indexNumber, metadata.documentNumber].compactMap { $0 }.joined(separator: " ")
            writer.member("id", identifier)
            writer.member("url", plan.addresses[position])
            writer.member("title", metadata.title)
            writer.member("date", metadata.date?.description ?? "")
            writer.member("text", text: digests[position]?.text ?? [])
          }
        }
      }
    }
    writer.newline()
    return writer.bytes
  }
}
