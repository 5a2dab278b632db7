import Foundation
import Templates
import Testing

/// The examples of `docs/diagnostics`, compiled with a model that has nothing but a title.
@Suite struct DocumentationTests {
  private struct Document: TemplateModel {
    let title = "标题"

    static let model = Model<Document>("document", [.text("title", zh: "标题", en: "title") { $0.title }])
  }

  @Test(arguments: TemplatesDiagnostics.kinds.map(\.id))
  func examplesShowTheDiagnostic(_ id: String) throws {
    let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let page = try String(contentsOf: package.appending(path: "docs/diagnostics/\(id).md"), encoding: .utf8)
    let sites = page.components(separatedBy: "```site\n").dropFirst().map {
      $0.components(separatedBy: "\n```")[0]
    }
    try #require(sites.count == 2)
    #expect(page.hasPrefix("# \(id)\n"))
    #expect(Set(diagnostics(of: sites[0])) == [id])
    #expect(diagnostics(of: sites[1]).isEmpty)
  }

  private func diagnostics(of site: String) -> [String] {
    let files = "\n\(site)".components(separatedBy: "\n-- ").dropFirst().map { file -> TemplateFile in
      let parts = file.components(separatedBy: " --\n")
      let name = parts[0].replacing("themes/default/templates/", with: "").replacing(".mustache", with: "")
      return TemplateFile(name: name, path: parts[0], bytes: Array(parts[1].utf8))
    }
    return TemplateLibrary.compile(files, pages: [("document", Document.model.shape)]).diagnostics.map(\.id)
  }
}
