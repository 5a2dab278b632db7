import Diagnostics
import YAML

/// What `site.yml` decides about the full-text search.
public struct SearchSettings: Sendable {
  /// Off for a site within a portal that has a search of its own: no search page, box or index is made then.
  public var isEnabled = true
  /// Words that are looked up together, such as 社保 and 社会保险; each group has two or more.
  public var synonyms: [[String]] = []
}

public enum SearchField: Int, FieldKey {
  case enabled, synonyms

  public static let table = FieldTable(
    "search",
    [
      Field(
        "enabled", "启用", .flag, zh: "写“否”就不生成检索页、检索框和索引；不写时启用", en: "false leaves out the search page, box and index"),
      Field(
        "synonyms", "同义词", .texts, zh: "一并查找的词，一行一组，用等号隔开", en: "words looked up together, a group a line, joined by =",
        example: "[社保 = 社会保险 = 社会保障]"),
    ])
}

extension SiteSettings {
  mutating func readSearch(_ reader: inout FieldReader<SettingField>) {
    guard var nested = reader.record(.search, as: SearchField.self) else { return }
    search.isEnabled = nested.flag(.enabled) ?? true
    for group in nested.texts(.synonyms) {
      let words = group.value.split { $0 == "=" || $0 == "＝" }.map(Self.trimmed).filter { !$0.isEmpty }
      if words.count > 1 {
        search.synonyms.append(words)
      } else {
        nested.absorb([.loneSynonym(group.value, at: group.span)])
      }
    }
    reader.absorb(nested.diagnostics)
  }

  private static func trimmed(_ text: Substring) -> String {
    let rest = text.drop(while: \.isWhitespace)
    return String(rest[..<(rest.lastIndex { !$0.isWhitespace }.map(rest.index(after:)) ?? rest.startIndex)])
  }
}

extension DiagnosticKind {
  static let loneSynonym = DiagnosticKind(
    "site.lone-synonym", .error, zh: "同义词只有一个", en: "a synonym stands alone")
}

extension Diagnostic {
  fileprivate static func loneSynonym(_ group: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .loneSynonym, at: span, zh: "“\(group)”只有一个词；一组同义词至少两个",
      en: "“\(group)” is one word; a group of synonyms has two or more",
      fixes: [.init(zh: "同组的词用等号隔开：社保 = 社会保险", en: "join the words of a group with an equals sign: 社保 = 社会保险")])
  }
}
