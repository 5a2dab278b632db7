import Diagnostics
import YAML

/// A level that `site.yml` gives to a rule in place of the rule's own.
public struct RuleLevel: Sendable {
  /// The identifier of a kind of diagnostic, as written.
  public let rule: Located<String>
  /// `nil` for 关闭: findings are left out.
  public let severity: Severity?

  public init(rule: Located<String>, severity: Severity?) {
    self.rule = rule
    self.severity = severity
  }

  /// `检查级别: {text.doubled-word: 关闭}`.
  static func read(_ reader: inout FieldReader<SettingField>) -> [RuleLevel] {
    guard let node = reader.node(.ruleLevels) else { return [] }
    guard case .mapping(let pairs) = node.content else {
      reader.absorb([unreadable(node, path: reader.path)])
      return []
    }
    return pairs.compactMap { pair in
      guard let rule = pair.key.scalar, let severity = severity(pair.value.scalar) else {
        reader.absorb([unreadable(pair.value, path: reader.path)])
        return nil
      }
      return RuleLevel(rule: Located(rule, SourceSpan(path: reader.path, range: pair.key.range)), severity: severity)
    }
  }

  /// What a level is written as: the Chinese name or the English one.
  public static let names: [(zh: String, en: String, severity: Severity?)] =
    [Severity.error, .warning, .note].map { ($0.label.zh, $0.label.en, $0) } + [("关闭", "off", nil)]

  private static func severity(_ text: String?) -> Severity?? {
    names.first { $0.zh == text || $0.en == text }.map(\.severity)
  }

  private static func unreadable(_ node: YAMLNode, path: String) -> Diagnostic {
    let fix = NearMiss.best(for: node.scalar ?? "", among: names.map(\.zh)).map { [Diagnostic.Fix.didYouMean($0)] }
    return Diagnostic(
      .wrongType, at: SourceSpan(path: path, range: node.range),
      zh: "“检查级别”写作“编号: 级别”，级别是\(names.map(\.zh).joined(separator: "、"))之一",
      en: "“检查级别” takes “id: level”, the level one of \(names.map(\.en).joined(separator: ", "))", fixes: fix ?? [])
  }
}
