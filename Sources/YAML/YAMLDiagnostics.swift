import Diagnostics

/// Everything this room reports.
public enum YAMLDiagnostics {
  public static let kinds: [DiagnosticKind] = [
    .yamlSyntax, .yamlTab, .yamlFullwidthColon, .yamlReference, .yamlDepth, .yamlDocuments,
    .unknownKey, .duplicateKey, .wrongType, .impossibleDate, .notMapping,
  ]
}

extension DiagnosticKind {
  static let yamlSyntax = DiagnosticKind(
    "yaml.syntax", .error, fatal: true, zh: "YAML 写法有误", en: "malformed YAML",
    remedy: Text(
      zh: "对照 gongkai explain yaml.syntax；拿不准的，给冒号后面的值加上英文引号",
      en: "compare gongkai explain yaml.syntax; when in doubt, put the value in quotes"))
  static let yamlTab = DiagnosticKind("yaml.tab", .error, fatal: true, zh: "缩进用了制表符", en: "tab used for indentation")
  static let yamlFullwidthColon = DiagnosticKind(
    "yaml.fullwidth-colon", .error, fatal: true, zh: "字段名后用了全角冒号", en: "full-width colon after a key",
    remedy: Text(zh: "改为半角冒号加一个空格", en: "write an ordinary colon and a space"))
  static let yamlReference = DiagnosticKind(
    "yaml.reference", .error, fatal: true, zh: "不支持锚点、引用和标签", en: "anchors, aliases and tags are refused",
    remedy: Text(zh: "给这个值加上英文引号", en: "put quotes round the value"))
  static let yamlDepth = DiagnosticKind(
    "yaml.depth", .error, fatal: true, zh: "嵌套过深", en: "nested too deeply",
    remedy: Text(zh: "文件头只需要一两层；把多余的括号去掉", en: "front matter needs a level or two; remove surplus brackets"))
  static let yamlDocuments = DiagnosticKind(
    "yaml.documents", .error, fatal: true, zh: "一个文件里有多份 YAML", en: "more than one YAML document",
    remedy: Text(zh: "删去多出的“---”或者“...”行", en: "remove the surplus “---” or “...” line"))
  static let unknownKey = DiagnosticKind(
    "front-matter.unknown-key", .error, zh: "未知字段", en: "unknown key",
    remedy: Text(
      zh: "可用的字段见 gongkai schema，或者 docs/fields.md；不用的字段删去",
      en: "remove it, or take a field that gongkai schema lists"))
  static let duplicateKey = DiagnosticKind(
    "front-matter.duplicate-key", .error, zh: "重复字段", en: "duplicate key",
    remedy: Text(zh: "只留一行", en: "keep one of the lines"))
  public static let wrongType = DiagnosticKind(
    "front-matter.wrong-type", .error, zh: "字段值的类型不对", en: "value of the wrong type",
    remedy: Text(
      zh: "照 gongkai explain front-matter.wrong-type 里的例子改写",
      en: "rewrite it like the example in gongkai explain front-matter.wrong-type"))
  static let impossibleDate = DiagnosticKind(
    "front-matter.impossible-date", .error, zh: "日期不存在或写法不对", en: "impossible or malformed date",
    remedy: Text(zh: "按文件原文核对年、月、日", en: "check year, month and day against the document"))
  static let notMapping = DiagnosticKind(
    "front-matter.not-mapping", .error, fatal: true, zh: "应为“字段: 值”的形式", en: "“key: value” lines expected",
    remedy: Text(
      zh: "一行一个字段，写成“字段: 值”；几项写在一行里的，写成 {字段: 值, 字段: 值}",
      en: "write one “key: value” a line, or {key: value, key: value} on one line"))
}
