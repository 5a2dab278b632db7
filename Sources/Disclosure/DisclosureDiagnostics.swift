import Diagnostics

/// Everything this room reports.
public enum DisclosureDiagnostics {
  public static let kinds: [DiagnosticKind] = [
    .notUTF8, .legacyEncoding, .tooLarge, .missingFrontMatter, .unclosedFrontMatter, .missingField, .unknownTerm,
    .missingReview, .unknownFolder, .duplicateIndexNumber, .unknownRelation, .missingSettings,
    .wrongIndexNumberSetting, .wrongIdentifier, .wrongFieldName, .invalidOrgan, .loneSynonym,
  ]
}

extension DiagnosticKind {
  static let notUTF8 = DiagnosticKind("source.not-utf8", .error, fatal: true, zh: "文件不是 UTF-8 编码", en: "file is not UTF-8")
  static let legacyEncoding = DiagnosticKind(
    "source.gb18030", .error, fatal: true, zh: "文件是 GB18030（GBK）编码", en: "file is in GB18030 (GBK)")
  static let tooLarge = DiagnosticKind("source.too-large", .error, fatal: true, zh: "文件太大", en: "file is too large")
  static let missingFrontMatter = DiagnosticKind(
    "front-matter.missing", .error, fatal: true, zh: "缺少文件头", en: "front matter is missing")
  static let unclosedFrontMatter = DiagnosticKind(
    "front-matter.unclosed", .error, fatal: true, zh: "文件头没有结束行", en: "front matter is not closed")
  static let missingField = DiagnosticKind(
    "front-matter.missing-field", .error, zh: "缺少必填字段", en: "a required field is missing")
  static let unknownTerm = DiagnosticKind(
    "taxonomy.unknown-term", .error, zh: "词表里没有这个词", en: "term is not in the vocabulary")
  static let missingReview = DiagnosticKind(
    "review.missing", .error, gate: true, zh: "没有审查记录", en: "no record of review")
  public static let unknownFolder = DiagnosticKind(
    "source.unknown-folder", .error, zh: "文件不在已知的栏目文件夹里", en: "file is in no known folder")
  static let duplicateIndexNumber = DiagnosticKind(
    "index-number.duplicate", .error, fatal: true, zh: "索引号重复", en: "two entries have one index number")
  static let unknownRelation = DiagnosticKind(
    "relation.unknown", .error, zh: "关联的文件不存在", en: "related document does not exist")
  static let missingSettings = DiagnosticKind(
    "site.missing-field", .error, fatal: true, zh: "站点配置缺少必填项", en: "a required site setting is missing")
  static let invalidOrgan = DiagnosticKind(
    "site.invalid-organ", .error, fatal: true, zh: "机关写得不完整，或者代码不能用", en: "an organ is incomplete, or its code cannot be used")
}
