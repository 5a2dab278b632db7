import Foundation
import Templates
import Testing

/// The public Mustache specification, read from outside the package when it is there.
@Suite struct SpecificationTests {
  private struct Suite: Decodable {
    let tests: [Case]
  }

  struct Case: Decodable, CustomTestStringConvertible {
    let name: String
    let data: JSONValue
    let template: String
    let partials: [String: String]?
    let expected: String
    var file: String?

    var testDescription: String { "\(file ?? ""): \(name)" }
  }

  /// Where the room is stricter than the specification, which prints nothing for what it does not find.
  private static let refused: [String: String] = [
    // A name the model does not have is a mistake in the theme.
    "interpolation: Basic Context Miss Interpolation": "template.unknown-name",
    "interpolation: Triple Mustache Context Miss Interpolation": "template.unknown-name",
    "interpolation: Ampersand Context Miss Interpolation": "template.unknown-name",
    "interpolation: Dotted Names - Broken Chains": "template.unknown-name",
    "interpolation: Dotted Names - Broken Chain Resolution": "template.unknown-name",
    "interpolation: Dotted Names - Context Precedence": "template.unknown-name",
    "interpolation: Dotted Names are never single keys": "template.unknown-name",
    "sections: Context Misses": "template.unknown-name",
    "sections: Dotted Names - Broken Chains": "template.unknown-name",
    "inverted: Context Misses": "template.unknown-name",
    "inverted: Dotted Names - Broken Chains": "template.unknown-name",
    "~inheritance: Negative Sections": "template.unknown-name",
    // An inverted section pushes nothing, so an item's names do not exist in it.
    "inverted: Context": "template.unknown-name",
    "inverted: List": "template.unknown-name",
    // So is a partial the theme does not have.
    "partials: Failed Lookup": "template.unknown-partial",
  ]

  private static let cases: [Case] = {
    let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let folder =
      ProcessInfo.processInfo.environment["GONGKAI_SPECS"].map { URL(filePath: $0) }
      ?? package.deletingLastPathComponent().appending(path: "shared/specs")
    let suites = ["comments", "delimiters", "interpolation", "inverted", "partials", "sections", "~inheritance"]
    let cases = suites.flatMap { name -> [Case] in
      guard let data = try? Data(contentsOf: folder.appending(path: "mustache/\(name).json")),
        let suite = try? JSONDecoder().decode(Suite.self, from: data)
      else { return [] }
      return suite.tests.map { test in
        var test = test
        test.file = name
        return test
      }
    }
    if cases.isEmpty { print("Mustache specification not found in \(folder.path); its tests are skipped.") }
    return cases
  }()

  @Test(arguments: cases)
  func followsTheSpecification(_ test: Case) {
    var templates = test.partials ?? [:]
    templates["page"] = test.template
    let (text, diagnostics) = render(templates, test.data.root)
    if let id = Self.refused[test.testDescription] {
      #expect(text == nil)
      #expect(diagnostics.map(\.id).contains(id))
    } else {
      #expect(text == test.expected, "\(diagnostics)")
    }
  }

  @Test func everyRefusalNamesACase() {
    let names = Set(Self.cases.map(\.testDescription))
    #expect(Self.cases.isEmpty || Self.refused.keys.allSatisfy(names.contains))
  }
}
