public import Diagnostics

/// Everything this room can report.
public enum TemplatesDiagnostics {
  public static let kinds: [DiagnosticKind] = [
    .templateSyntax, .templateUnbalanced, .templateTooLarge, .templateUnknownName,
    .templateWrongType, .templateUnescapedText, .templateUnknownPartial, .templateEndlessInclude,
    .templateUnknownBlock, .templateDuplicateBlock, .templateTextInParent,
  ]
}
