import Diagnostics
import Disclosure

/// The levels a site gives to kinds of diagnostics, as far as it may.
struct RuleLevels: Sendable {
  private var severities: [String: Severity?] = [:]

  init(_ levels: [RuleLevel], _ diagnostics: inout [Diagnostic]) {
    let kinds = Dictionary(uniqueKeysWithValues: DiagnosticRegistry.kinds.map { ($0.id, $0) })
    for level in levels {
      guard let kind = kinds[level.rule.value] else {
        diagnostics.append(Self.unknown(level, among: kinds.keys.sorted()))
        continue
      }
      guard !kind.hasFixedLevel || level.severity == kind.severity else {
        diagnostics.append(Self.fixed(kind, level))
        continue
      }
      severities[kind.id] = .some(level.severity)
    }
  }

  /// `nil` where the site has turned the kind off.
  func severity(of kind: DiagnosticKind) -> Severity? {
    kind.hasFixedLevel ? kind.severity : severities[kind.id] ?? kind.severity
  }

  /// The diagnostics at the site's levels, without those it has turned off.
  func applied(to diagnostics: [Diagnostic]) -> [Diagnostic] {
    guard !severities.isEmpty else { return diagnostics }
    return diagnostics.compactMap { diagnostic in
      guard !diagnostic.kind.hasFixedLevel, let level = severities[diagnostic.id] else { return diagnostic }
      guard let severity = level else { return nil }
      var diagnostic = diagnostic
      diagnostic.severity = severity
      return diagnostic
    }
  }

  private static func unknown(_ level: RuleLevel, among ids: [String]) -> Diagnostic {
    let id = level.rule.value
    return Diagnostic(
      .unknownRule, at: level.rule.span, zh: "没有编号为“\(id)”的规则", en: "there is no rule with the id “\(id)”",
      fixes: NearMiss.best(for: id, among: ids).map { [.didYouMean($0)] } ?? [
        .init(zh: "用 gongkai explain 查看全部编号", en: "list all ids with gongkai explain")
      ])
  }

  private static func fixed(_ kind: DiagnosticKind, _ level: RuleLevel) -> Diagnostic {
    Diagnostic(
      .fixedLevel, at: level.rule.span,
      zh: kind.isGate
        ? "“\(kind.id)”是闸门，保护个人信息和秘密，级别不能改" : "“\(kind.id)”不改正就没有可以发布的网页，级别不能改",
      en: kind.isGate
        ? "“\(kind.id)” is a gate that protects people and secrets; its level cannot be changed"
        : "without what “\(kind.id)” asks for there is no page to publish; its level cannot be changed",
      fixes: [.init(zh: "删去这一行，改正它报告的问题", en: "remove the line and mend what it reports")])
  }
}

extension DiagnosticKind {
  static let unknownRule = DiagnosticKind(
    "rule-level.unknown", .error, fatal: true, zh: "没有这条检查规则", en: "no such rule")
  static let fixedLevel = DiagnosticKind(
    "rule-level.fixed", .error, fatal: true, zh: "这条规则的级别不能改", en: "a rule whose level cannot be changed")
}
