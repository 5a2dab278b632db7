import Diagnostics

/// A controlled list that documents are classified by: themes, genres, publishers.
public struct Vocabulary: Sendable {
  /// Part of addresses (`catalog/theme/…`): `theme`, `genre`, `publisher`.
  public let code: String
  /// The official Chinese label: 主题分类.
  public let label: String
  /// Parents stand before their children.
  public private(set) var terms: [Term] = []
  /// The terms' names with their parents': 科技、教育/科技.
  public private(set) var paths: [String] = []
  private var ordinals: [String: Int] = [:]
  /// Names that several terms share below different parents, and no top term has: only their path is unambiguous.
  private var shared: Set<String> = []

  public init(code: String, label: String, terms: [Term] = []) {
    self.code = code
    self.label = label
    for term in terms { add(term) }
  }

  /// Appends a term, or replaces the one with the same code.
  public mutating func add(_ term: Term) {
    if let known = terms.firstIndex(where: { $0.code == term.code }) {
      terms[known] = term
      paths[known] = path(of: term)
      index(term, at: known)
    } else {
      terms.append(term)
      paths.append(path(of: term))
      index(term, at: terms.count - 1)
    }
  }

  private mutating func index(_ term: Term, at ordinal: Int) {
    for name in [term.name, term.code] + term.aliases {
      if let parent = term.parent {
        ordinals["\(terms[parent].name)/\(name)"] = ordinal
        if let other = ordinals[name], other != ordinal, terms[other].parent != nil { shared.insert(name) }
      } else {
        shared.remove(name)
      }
      if ordinals[name] == nil || term.parent == nil { ordinals[name] = ordinal }
    }
  }

  /// The term written as a name, an alias, a code, or a path such as `科技、教育/科技`.
  ///
  /// The separators seen on government sites (`/`, `\`, `-`, with or without spaces) are all read.
  public func ordinal(of text: String) -> Int? {
    if let ordinal = ordinals[text], !shared.contains(text) { return ordinal }
    guard let separator = text.firstIndex(where: { "/\\-—".contains($0) }) else { return nil }
    let parent = trimmed(text[..<separator])
    let child = trimmed(text[text.index(after: separator)...])
    return ordinals["\(parent)/\(child)"]
  }

  /// The names, aliases, codes and paths that stand for one term, with its ordinal.
  public var ordinalsByName: [String: Int] { ordinals.filter { !shared.contains($0.key) } }

  private func trimmed(_ text: Substring) -> Substring {
    var text = text.drop { $0 == " " }
    while text.last == " " { text.removeLast() }
    return text
  }

  private func path(of term: Term) -> String {
    term.parent.map { "\(terms[$0].name)/\(term.name)" } ?? term.name
  }

  /// The nearest known name, for "did you mean".
  public func suggestion(for text: String) -> String? {
    NearMiss.best(for: text, among: paths + terms.filter { !shared.contains($0.name) }.map(\.name))
  }
}
