/// A piece of a parsed template. Containers are followed by their content, up to `end`.
struct Node {
  enum Kind {
    /// Bytes to print; `range` ends at the latest with a line's end.
    case text
    /// The start of a line; `range` is its leading blanks. Indentation is added and removed here.
    case line
    case variable, unescaped, section, inverted, partial, parent, block
  }

  var kind: Kind
  /// The bytes of a text or of leading blanks, or a tag's name.
  var range: Range<Int>
  /// The whole tag.
  var tag: Range<Int>
  /// The index after the last node of the content.
  var end: Int
  /// The blanks that a partial, parent or block gives to each line it prints.
  var indentation = 0..<0
  /// The tag has its line (or, for a parent, its lines) to itself, and the line is not printed.
  var isStandalone = false
  /// The content of a block starts on the line after the tag.
  var startsFreshLine = false
  /// Leading blanks of a block's first line: taken off when the content is moved elsewhere.
  var dedent = 0
}

/// A template whose tags are found and paired, not yet checked against any model.
struct ParsedTemplate {
  let file: TemplateFile
  let nodes: [Node]

  func text(_ range: Range<Int>) -> String { String(decoding: file.bytes[range], as: UTF8.self) }
  func name(_ node: Node) -> String { text(node.range) }
}
