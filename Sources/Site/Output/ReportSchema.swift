import Reports

/// `data/reports.schema.json` (draft-07): what `data/reports.json` looks like.
enum ReportSchema {
  static func json() -> [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("$schema", "http://json-schema.org/draft-07/schema#")
      writer.member("title", "reports")
      object(required: ["version", "generator", "reports"], &writer) { writer in
        typed("version", "integer", &writer)
        typed("generator", "string", &writer)
        writer.key("reports")
        writer.object { writer in
          writer.member("type", "array")
          writer.key("items")
          writer.object { report(&$0) }
        }
      }
    }
    writer.newline()
    return writer.bytes
  }

  private static func report(_ writer: inout JSONWriter) {
    object(required: ["report_year", "url", "title"], &writer) { writer in
      typed("report_year", "integer", &writer)
      typed("url", "string", &writer)
      typed("title", "string", &writer)
      for date in ["date_published", "period_start", "period_end"] {
        typed(date, "string", &writer, pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$")
      }
      writer.key("statistics")
      writer.object { statistics(&$0) }
    }
  }

  private static func statistics(_ writer: inout JSONWriter) {
    object(required: ["year", "form", "document", "tables", "measures"], &writer) { writer in
      typed("year", "integer", &writer)
      typed("form", "string", &writer, description: "格式的代码 / code of the form")
      typed("document", "string", &writer, description: "规定格式的文件 / document that prescribes the form")
      writer.key("tables")
      writer.object { writer in
        writer.member("description", "按表、行、列 / by table, row and column")
        map(&writer) { map(&$0) { map(&$0) { $0.member("type", "number") } } }
      }
      writer.key("measures")
      writer.object { writer in
        object(required: [], &writer) { writer in Measure.all.forEach { measure($0, &writer) } }
      }
    }
  }

  private static func measure(_ measure: Measure, _ writer: inout JSONWriter) {
    writer.key(measure.code)
    writer.object { writer in
      writer.member("description", "\(measure.title)（\(measure.unit)）")
      object(required: [], &writer) { writer in
        for series in measure.series { typed(series.code, "number", &writer, description: series.label) }
      }
    }
  }

  private static func object(
    required: [String], _ writer: inout JSONWriter, properties: (inout JSONWriter) -> Void
  ) {
    writer.member("type", "object")
    if !required.isEmpty {
      writer.key("required")
      writer.array { writer in required.forEach { writer.string($0) } }
    }
    writer.key("properties")
    writer.object(properties)
  }

  /// An object whose keys are data.
  private static func map(_ writer: inout JSONWriter, values: (inout JSONWriter) -> Void) {
    writer.member("type", "object")
    writer.key("additionalProperties")
    writer.object(values)
  }

  private static func typed(
    _ name: String, _ type: String, _ writer: inout JSONWriter, description: String? = nil, pattern: String? = nil
  ) {
    writer.key(name)
    writer.object { writer in
      writer.member("type", type)
      writer.member("description", description)
      writer.member("pattern", pattern)
    }
  }
}
