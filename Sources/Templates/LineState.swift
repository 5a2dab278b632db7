/// How lines are indented where compilation stands.
struct LineState: Hashable {
  /// Printed before each line, for the partials and parents that are being included.
  var indentation: [UInt8] = []
  /// Leading blanks taken off each line of a block that was moved.
  var dedent = 0
  /// The line a block was put into has begun already: its first line is not indented again.
  var hasBegunLine = false
}

extension PageCompiler {
  mutating func beginLine(_ node: Node) {
    if !lines.hasBegunLine { program.appendLiteral(lines.indentation) }
    lines.hasBegunLine = false
    program.appendLiteral(blanks(node.range))
  }

  /// Leading blanks as they are printed here.
  func blanks(_ range: Range<Int>) -> ArraySlice<UInt8> {
    template.file.bytes[range].dropFirst(lines.dedent)
  }
}
