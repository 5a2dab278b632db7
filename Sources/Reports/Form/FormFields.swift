import YAML

enum FormField: Int, FieldKey {
  case id, document, first, last, sections, statistics, sheets, measures

  static let table = FieldTable(
    "report-form",
    [
      Field("id", "代码", .text, zh: "数据中的代码", en: "code used in data"),
      Field("document", "文件", .text, zh: "规定这一格式的文件", en: "document that prescribes the form"),
      Field("first", "起", .integer, zh: "第一个适用的年度", en: "first report year"),
      Field("last", "止", .integer, zh: "最后一个适用的年度", en: "last report year"),
      Field("sections", "章", .texts, zh: "各部分的标题", en: "titles of the parts"),
      Field(
        "statistics", "统计表", .choice([.init("required", "必填"), .init("optional", "可以不填")]),
        zh: "统计表是否必填", en: "whether the tables must be filled in"),
      Field("sheets", "表", .records(SheetField.table), zh: "各张表", en: "printed tables"),
      Field(
        "measures", "指标", .records(MeasureSourceField.table), zh: "各项指标取自哪几格", en: "cells the measures are made of"),
    ])
}

enum SheetField: Int, FieldKey {
  case title, section, layout, tables

  static let table = FieldTable(
    "report-sheet",
    [
      Field("title", "名称", .text, zh: "表名", en: "title"),
      Field("section", "章", .integer, zh: "属于第几部分", en: "part it belongs to"),
      Field(
        "layout", "版式", .choice(ReportSheet.Layout.allCases.map { .init($0.rawValue, $0.rawValue) }),
        zh: "排列方式", en: "arrangement"),
      Field("tables", "分表", .records(TableField.table), zh: "各个分表", en: "tables"),
    ])
}

enum TableField: Int, FieldKey {
  case key, label, aliases, corner, head, columns, rows, relations

  static let table = FieldTable(
    "report-table",
    [
      Field("key", "代码", .text, zh: "英文键", en: "key"),
      Field("label", "名称", .text, zh: "正式名称", en: "official label"),
      Field("aliases", "别名", .texts, zh: "其他叫法", en: "other names"),
      Field("corner", "左上角", .text, zh: "左上角的文字", en: "text of the upper left cell"),
      Field("head", "总表头", .text, zh: "各列之上的表头", en: "head above all columns"),
      Field("columns", "列", .records(LineField.table), zh: "各列", en: "columns"),
      Field("rows", "行", .records(LineField.table), zh: "各行", en: "rows"),
      Field("relations", "关系", .records(RelationField.table), zh: "勾稽关系", en: "what must add up"),
    ])
}

enum LineField: Int, FieldKey {
  case key, label, aliases, groups, level, unit, kind

  static let table = FieldTable(
    "report-line",
    [
      Field("key", "代码", .text, zh: "英文键", en: "key"),
      Field("label", "名称", .text, zh: "正式名称", en: "official label"),
      Field("aliases", "别名", .texts, zh: "其他叫法", en: "other names"),
      Field("groups", "上级", .texts, zh: "上面的合并表头，由外到内", en: "merged heads, outermost first"),
      Field("level", "层", .integer, zh: "缩进层次", en: "depth in a list"),
      Field("unit", "单位", .text, zh: "计量单位", en: "unit"),
      Field(
        "kind", "数", .choice(NumberKind.allCases.map { .init($0.rawValue, $0.rawValue) }),
        zh: "填什么样的数", en: "kind of number"),
    ])
}

enum RelationField: Int, FieldKey {
  case check, axis, left, right, rightName

  static let table = FieldTable(
    "report-relation",
    [
      Field(
        "check", "检查", .choice(ReportRelation.Check.allCases.map { .init($0.rawValue, $0.rawValue) }),
        zh: "哪一项检查", en: "which check"),
      Field(
        "axis", "逐", .choice(ReportRelation.Axis.allCases.map { .init($0.rawValue, $0.rawValue) }),
        zh: "逐行还是逐列", en: "per row or per column"),
      Field("left", "左", .texts, zh: "等号左边各项", en: "left terms"),
      Field("right", "右", .texts, zh: "等号右边各项", en: "right terms"),
      Field("right_name", "右称", .text, zh: "右边合起来的叫法", en: "name of the right side"),
    ])
}

enum MeasureSourceField: Int, FieldKey {
  case code, cells

  static let table = FieldTable(
    "report-measure",
    [
      Field("code", "代码", .text, zh: "指标和其中一项，如 outcomes.granted", en: "measure and series"),
      Field("cells", "取", .texts, zh: "相加的各格：表.行.列", en: "cells added up: table.row.column"),
    ])
}
