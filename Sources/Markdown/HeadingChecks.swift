import Diagnostics

extension DiagnosticKind {
  static let headingSkip = DiagnosticKind(
    "markdown.heading-skip", .warning, zh: "标题越级", en: "heading level skipped")
}

enum HeadingChecks {
  /// Reports a heading more than one level below the one before it; `previous` is 0 before the first.
  static func skip(from previous: Int, to level: Int, at span: SourceSpan) -> Diagnostic? {
    guard level > previous + 1 else { return nil }
    let hashes = String(repeating: "#", count: previous + 1)
    return Diagnostic(
      .headingSkip, at: span,
      zh: previous == 0 ? "正文的第一个标题是 \(level) 级，应从 1 级开始" : "标题从 \(previous) 级直接到了 \(level) 级",
      en: previous == 0
        ? "the first heading is of level \(level), not 1" : "the headings go from level \(previous) to level \(level)",
      fixes: [Diagnostic.Fix(zh: "改用 \(hashes)", en: "use \(hashes)")])
  }
}
