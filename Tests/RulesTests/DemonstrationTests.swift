import Chronology
import Diagnostics
import Disclosure
import Foundation
import Rules
import Testing
import YAML

/// The demonstration site of this repository, against every rule.
@Suite struct DemonstrationTests {
  private let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardizedFileURL

  private func bytes(_ path: String) throws -> [UInt8] { Array(try Data(contentsOf: root.appending(path: path))) }

  @Test func hasNoErrors() throws {
    var found: [Diagnostic] = []
    let settings = try bytes("site.yml").withUnsafeBufferPointer {
      SiteSettings.read($0, path: "site.yml", vocabularies: [], &found)
    }
    let rules = RuleSet(settings)
    let reader = DocumentReader(settings, drafts: false)
    var documents: [Document] = []
    let content = root.appending(path: "content")
    for name in try FileManager.default.subpathsOfDirectory(atPath: content.path).sorted() {
      let path = "content/\(name)"
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: root.appending(path: path).path, isDirectory: &isFolder),
        !isFolder.boolValue
      else { continue }
      let bytes = try bytes(path)
      guard name.hasSuffix(".md"), let place = DocumentPlace(path: name, organs: settings.organs) else {
        rules.check(PublishedAttachment(path: path, bytes: bytes), &found)
        continue
      }
      bytes.withUnsafeBufferPointer {
        found += rules.secrecyMarks(in: $0, path: path)
        guard let document = reader.read($0, path: path, place: place, &found) else { return }
        rules.check(document, bytes: $0, &found)
        documents.append(document)
      }
    }
    let catalog = Catalog(settings, documents, &found)
    rules.check(catalog, today: CivilDate("2026-01-01"), &found)
    #expect(documents.count > 50)
    let errors = found.filter { $0.severity == .error }
    #expect(errors.isEmpty, "\(errors.map { "\($0.span?.path ?? "") \($0.message.zh)" })")
  }
}
