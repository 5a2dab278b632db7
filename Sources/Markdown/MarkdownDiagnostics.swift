public import Diagnostics

/// What can be wrong in a document's text.
public enum MarkdownDiagnostics {
  public static let kinds: [DiagnosticKind] = [
    .rawHTML, .unsafeLink, .brokenLink, .emptyLink, .missingAlt, .headingSkip, .surplusCells, .mistakenTable,
    .brokenTable, .unclosedContainer, .unknownContainer, .unknownFootnote, .unusedFootnote,
  ]
}
