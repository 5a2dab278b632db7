import Foundation
import Templates
import Testing

@testable import Site

/// `docs/themes.md` against the models: theme authors have no other list of names.
@Suite struct ThemeReferenceTests {
  let sections: [String: [String]]

  init() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardized
    let text = try String(contentsOf: root.appending(path: "docs/themes.md"), encoding: .utf8)
    var sections: [String: [String]] = [:]
    for section in text.components(separatedBy: "\n### ").dropFirst() {
      let lines = section.components(separatedBy: "\n").prefix { !$0.hasPrefix("## ") }
      let name = String(lines[0].prefix { $0 != "：" })
      sections[name] = lines.filter { $0.hasPrefix("| `") }
    }
    self.sections = sections
  }

  @Test(arguments: Self.shapes.map(\.name))
  func namesAreExplained(_ name: String) throws {
    let shape = try #require(Self.shapes.first { $0.name == name })
    #expect(sections[name] == shape.fields.map { "| `\($0.name)` | \(Self.kind($0.type)) | \($0.summary.zh) |" })
  }

  @Test func everySectionIsAModel() {
    #expect(Set(sections.keys) == Set(Self.shapes.map(\.name)))
  }

  /// The pages' shapes and those they lead to.
  static let shapes: [ModelShape] = {
    var found: [ModelShape] = []
    var open = PageTemplates.all.map(\.shape) + [PageTemplates.context]
    while let shape = open.popLast() {
      guard !found.contains(where: { $0 === shape }) else { continue }
      found.append(shape)
      for field in shape.fields {
        switch field.type {
        case .object(let inner), .list(let inner): open.append(inner)
        case .text, .html, .number, .flag: break
        }
      }
    }
    return found
  }()

  private static func kind(_ type: ModelType) -> String {
    switch type {
    case .text: "文本"
    case .html: "HTML"
    case .number: "数字"
    case .flag: "是否值"
    case .object(let shape): "对象 \(shape.name)"
    case .list(let shape): "列表 \(shape.name)"
    }
  }
}
