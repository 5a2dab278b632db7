extension JSONSchema {
  /// What `assessment/assessment.json` looks like.
  static var assessment: JSONSchema {
    .object(
      [
        Property("version", .integer, "格式版本 / version of this form"),
        Property("generator", .text, "生成程序 / program that made it"),
        Property("organ", .text, "机关代码 / code of the organ"),
        Property("name", .text, "机关名称 / name of the organ"),
        Property("limit_days", .integer, "公开期限的工作日数 / working days allowed"),
        Property("total", counts, "合计 / total"),
        Property("organs", .array(of: counts), "各机关 / by organ"),
        Property("departments", .array(of: counts), "各科室 / by department"),
        Property("years", .array(of: counts), "各年 / by year"),
        Property("late", .array(of: late), "逾期公开的条目 / entries published late"),
        Property("reports", .array(of: report), "年度报告是否按期 / yearly reports"),
      ], required: ["version", "generator", "name", "limit_days", "total", "late", "reports"])
  }

  private static var counts: JSONSchema {
    .object(
      AssessmentCount.allCases.map { Property($0.rawValue, .integer, $0.meaning) } + [
        Property("code", .text, "机关代码 / code of the organ"),
        Property("name", .text, "机关或者科室 / organ or department"), Property("year", .integer, "年份 / year"),
      ], required: AssessmentCount.allCases.filter(\.isAlwaysKnown).map(\.rawValue))
  }

  private static var late: JSONSchema {
    .object(
      [
        Property("index_number", .text, "索引号 / index number"), Property("url", .text, "网址 / address"),
        Property("working_days", .integer, "用了几个工作日 / working days it took"),
      ], required: ["url", "working_days"])
  }

  private static var report: JSONSchema {
    .object(
      [
        Property("report_year", .integer, "报告年度 / year reported on"),
        Property("date_due", .date, "应公布的日期 / day it is due"),
        Property("date_published", .date, "公布日期 / day of publication"),
        Property("standing", .text, "是否按期 / whether in time"),
      ], required: ["report_year", "standing"])
  }
}
