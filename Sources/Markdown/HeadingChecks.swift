import Diagnostics

extension DiagnosticKind {
  static let headingSkip = DiagnosticKind(
    "markdown.heading-skip", .warning, zh: "标题越级", en: "heading level skipped")
}

enum HeadingChecks {
  /// Whether a heading is more than one level below the one before it. Levels as the editor wrote them, 0 before the
  /// first, which may be of level 2: the page's title is its level 1.
  static func skips(from previous: Int, to level: Int) -> Bool { level > deepest(after: previous) }

  private static func deepest(after previous: Int) -> Int { max(2, previous + 1) }

  static func skip(from previous: Int, to level: Int, at span: SourceSpan) -> Diagnostic {
    let hashes = String(repeating: "#", count: deepest(after: previous))
    return Diagnostic(
      .headingSkip, at: span,
      zh: previous == 0 ? "正文的第一个标题是 \(level) 级，应从 2 级开始" : "标题从 \(previous) 级直接到了 \(level) 级",
      en: previous == 0
        ? "the first heading is of level \(level), not 2" : "the headings go from level \(previous) to level \(level)",
      fixes: [Diagnostic.Fix(zh: "改用 \(hashes)", en: "use \(hashes)")])
  }
}
