/// Something the user can mend: what is wrong, where, and the way out.
public struct Diagnostic: Sendable, Hashable {
  public let kind: DiagnosticKind
  public var severity: Severity
  /// The place at fault; `nil` only for what concerns no file, such as an empty site.
  public var span: SourceSpan?
  public var message: Text
  /// Other places that matter, such as the first of two equal index numbers.
  public var notes: [Note]
  public var fixes: [Fix]

  /// A diagnostic of `kind`, at the kind's own severity.
  ///
  /// - Parameter fixes: the kind's remedy where there are none.
  public init(
    _ kind: DiagnosticKind, at span: SourceSpan?, zh: String, en: String,
    notes: [Note] = [], fixes: [Fix] = []
  ) {
    self.kind = kind
    self.severity = kind.severity
    self.span = span
    self.message = Text(zh: zh, en: en)
    self.notes = notes
    self.fixes = fixes.isEmpty ? kind.remedies : fixes
  }

  public var id: String { kind.id }

  public struct Note: Sendable, Hashable {
    public var message: Text
    public var span: SourceSpan?

    public init(zh: String, en: String, at span: SourceSpan? = nil) {
      self.message = Text(zh: zh, en: en)
      self.span = span
    }
  }

  /// A way out. With a replacement, an editor can carry it out as it stands.
  public struct Fix: Sendable, Hashable {
    public var message: Text
    public var replacement: String?
    /// What the replacement replaces; the diagnostic's own span unless given.
    public var span: SourceSpan?

    public init(zh: String, en: String, replacement: String? = nil, at span: SourceSpan? = nil) {
      self.message = Text(zh: zh, en: en)
      self.replacement = replacement
      self.span = span
    }

    /// "Did you mean …?", replacing the diagnostic's span.
    public static func didYouMean(_ candidate: String) -> Fix {
      Fix(zh: "是否应为“\(candidate)”？", en: "did you mean “\(candidate)”?", replacement: candidate)
    }
  }
}

extension DiagnosticKind {
  /// The remedy as ways out are given.
  public var remedies: [Diagnostic.Fix] { remedy.map { [Diagnostic.Fix(zh: $0.zh, en: $0.en)] } ?? [] }
}

public enum Severity: String, Sendable, Comparable, CaseIterable {
  case note, warning, error

  public static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }

  private var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }

  public var label: Text {
    switch self {
    case .note: Text(zh: "提示", en: "note")
    case .warning: Text(zh: "警告", en: "warning")
    case .error: Text(zh: "错误", en: "error")
    }
  }
}

extension Diagnostic: Comparable {
  /// The order diagnostics are printed in: path, offset, identifier, text.
  ///
  /// Total, so that any number of workers and any order of input print the same.
  public static func < (a: Diagnostic, b: Diagnostic) -> Bool {
    let (left, right) = (a.span, b.span)
    if left?.path != right?.path { return (left?.path ?? "") < (right?.path ?? "") }
    let (x, y) = (left?.range.lowerBound ?? 0, right?.range.lowerBound ?? 0)
    if x != y { return x < y }
    if a.id != b.id { return a.id < b.id }
    return a.message.zh < b.message.zh
  }
}
