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
  static let notUTF8 = DiagnosticKind(
    "source.not-utf8", .error, fatal: true, zh: "文件不是 UTF-8 编码", en: "file is not UTF-8",
    remedy: Text(
      zh: "用原来的软件打开，另存为 UTF-8；图片、表格等不要用 .md 作后缀",
      en: "save it as UTF-8 where it was written; only text files end in .md"))
  static let legacyEncoding = DiagnosticKind(
    "source.gb18030", .error, fatal: true, zh: "文件是 GB18030（GBK）编码", en: "file is in GB18030 (GBK)")
  static let tooLarge = DiagnosticKind(
    "source.too-large", .error, fatal: true, zh: "文件太大", en: "file is too large",
    remedy: Text(zh: "把大段材料做成附件", en: "make an attachment of the bulk of it"))
  static let missingFrontMatter = DiagnosticKind(
    "front-matter.missing", .error, fatal: true, zh: "缺少文件头", en: "front matter is missing",
    remedy: Text(
      zh: "在文件最前面加上“---”、各字段、再一行“---”；用 gongkai new 新建的文件已经写好",
      en: "begin the file with a “---” line, the fields and another “---” line, as gongkai new writes them"))
  static let unclosedFrontMatter = DiagnosticKind(
    "front-matter.unclosed", .error, fatal: true, zh: "文件头没有结束行", en: "front matter is not closed",
    remedy: Text(zh: "在最后一个字段之后另起一行写“---”", en: "add a “---” line after the last field"))
  static let missingField = DiagnosticKind(
    "front-matter.missing-field", .error, zh: "缺少必填字段", en: "a required field is missing",
    remedy: Text(zh: "补上缺少的字段", en: "add what is missing"))
  static let unknownTerm = DiagnosticKind(
    "taxonomy.unknown-term", .error, zh: "词表里没有这个词", en: "term is not in the vocabulary",
    remedy: Text(
      zh: "从词表里选一个，gongkai explain 字段名 列出全部；机关、科室等本单位的词在 site.yml 里登记",
      en: "take one of those gongkai explain FIELD lists; register the office's own terms in site.yml"))
  static let missingReview = DiagnosticKind(
    "review.missing", .error, gate: true, zh: "没有审查记录", en: "no record of review",
    remedy: Text(
      zh: "加一行“审查: {审查人: 王某, 日期: 2017-05-10, 结论: 同意公开}”",
      en: "add “审查: {审查人: 王某, 日期: 2017-05-10, 结论: 同意公开}”"))
  public static let unknownFolder = DiagnosticKind(
    "source.unknown-folder", .error, zh: "文件不在已知的栏目文件夹里", en: "file is in no known folder")
  static let duplicateIndexNumber = DiagnosticKind(
    "index-number.duplicate", .error, fatal: true, zh: "索引号重复", en: "two entries have one index number",
    remedy: Text(
      zh: "后编的一个改用 gongkai new entry 编出的新号",
      en: "give the later one the next number, as gongkai new entry does"))
  static let unknownRelation = DiagnosticKind(
    "relation.unknown", .error, zh: "关联的文件不存在", en: "related document does not exist")
  static let missingSettings = DiagnosticKind(
    "site.missing-field", .error, fatal: true, zh: "站点配置缺少必填项", en: "a required site setting is missing")
  static let invalidOrgan = DiagnosticKind(
    "site.invalid-organ", .error, fatal: true, zh: "机关写得不完整，或者代码不能用",
    en: "an organ is incomplete, or its code cannot be used",
    remedy: Text(
      zh: "代码用小写字母、数字和连字符，不与固定文件夹重名",
      en: "use lower-case letters, digits and hyphens, and none of the fixed folders' names"))
}
