import Diagnostics

extension DiagnosticKind {
  static let unknownTheme = DiagnosticKind("theme.unknown", .error, fatal: true, zh: "主题不存在", en: "unknown theme")
  static let noSettings = DiagnosticKind(
    "site.no-settings", .error, fatal: true, zh: "缺少 site.yml", en: "site.yml is missing")
}

/// Everything this room reports.
public enum BuildDiagnostics {
  public static let kinds: [DiagnosticKind] = [
    .symbolicLink, .unknownTheme, .noSettings, .unknownRule, .fixedLevel, .staleBaseline, .malformedBaseline,
    .changedIndexNumber, .reusedIndexNumber, .unlockedIndexNumber, .malformedLock, .unreachableLink,
    .missingPortalFile, .reportNumbersFile,
  ]
}
