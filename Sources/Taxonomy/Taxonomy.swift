import Diagnostics

/// All vocabularies of a site, in the order its pages list them.
public struct Taxonomy: Sendable {
  public private(set) var vocabularies: [Vocabulary]

  public init(_ vocabularies: [Vocabulary]) { self.vocabularies = vocabularies }

  public subscript(code: String) -> Vocabulary? { vocabularies.first { $0.code == code } }

  /// Adds a vocabulary, or replaces the one with the same code in its place.
  public mutating func add(_ vocabulary: Vocabulary) {
    if let known = vocabularies.firstIndex(where: { $0.code == vocabulary.code }) {
      vocabularies[known] = vocabulary
    } else {
      vocabularies.append(vocabulary)
    }
  }

  /// The vocabularies that come with the product.
  public static let builtIn: Taxonomy = {
    var diagnostics: [Diagnostic] = []
    return builtIn(&diagnostics)
  }()

  /// From the product's own YAML files.
  static func builtIn(_ diagnostics: inout [Diagnostic]) -> Taxonomy {
    var found: [Vocabulary] = []
    for file in EmbeddedFiles.all {
      let bytes = UnsafeBufferPointer(start: file.text.utf8Start, count: file.text.utf8CodeUnitCount)
      if let vocabulary = VocabularyReader.read(bytes, path: file.path, &diagnostics) { found.append(vocabulary) }
    }
    let order = ["theme", "genre", "statutory", "disclosure", "validity", "audience", "refusal"]
    return Taxonomy(order.compactMap { code in found.first { $0.code == code } })
  }
}
