import Diagnostics

extension DiagnosticKind {
  static let unknownTheme = DiagnosticKind(
    "theme.unknown", .error, fatal: true, zh: "主题不存在", en: "unknown theme",
    remedy: Text(
      zh: "主题放在 themes/ 下；不写“主题”就用自带的",
      en: "put the theme below themes/, or leave the setting out for the default"))
  static let noSettings = DiagnosticKind(
    "site.no-settings", .error, fatal: true, zh: "缺少 site.yml", en: "site.yml is missing",
    remedy: Text(
      zh: "用 gongkai init 新建网站，或者换一个 --source",
      en: "start a site with gongkai init, or give another --source"))
}

/// Everything this room reports.
public enum BuildDiagnostics {
  public static let kinds: [DiagnosticKind] = [
    .symbolicLink, .unknownTheme, .noSettings, .unknownRule, .fixedLevel, .staleBaseline, .malformedBaseline,
    .changedIndexNumber, .reusedIndexNumber, .unlockedIndexNumber, .malformedLock, .unreachableLink,
    .missingPortalFile, .reportNumbersFile,
  ]
}
