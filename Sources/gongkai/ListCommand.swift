import ArgumentParser
import Build
import Diagnostics
import Disclosure
import Site

struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "列出目录条目，CSV 或 JSON · List catalog entries as CSV or JSON")

  enum Format: String, ExpressibleByArgument, CaseIterable { case csv, json }

  @OptionGroup var site: SiteOptions

  @Option(
    name: .customLong("where"),
    help: "字段=值，可以写多次，都符合的才列出；“字段=”指没有填写的 · FIELD=VALUE, may be repeated; “FIELD=” for entries without it")
  var conditions: [String] = []

  @Option(help: "要列出的字段，用逗号分开 · fields to list, separated by commas")
  var fields = "索引号,标题,发文字号,发布日期,主题分类,体裁分类,公开方式,有效性"

  @Flag(help: "连同草稿和不公开的 · drafts and withheld entries too")
  var all = false

  @Option(help: "csv 或 json · csv or json")
  var format: Format = .csv

  func run() throws {
    let conditions = try conditions.map(FieldAssignment.init)
    let fields = try fields.split(whereSeparator: { ",，".contains($0) }).map { try DocumentField(named: String($0)) }
    let listing = try SiteListing(source: site.source)
    let values = FieldValues(listing.settings.taxonomy)
    let entries = listing.documents.filter { document in
      document.kind == .entry && (all || document.publication != .withheld)
        && conditions.allSatisfy { condition in
          let found = values.list(of: condition.field, in: document)
          return condition.value.isEmpty ? found.isEmpty : found.contains { $0.contains(condition.value) }
        }
    }
    let table = DocumentTable(entries, fields: fields, values: values)
    Output.standardOutput(String(decoding: format == .csv ? table.csv() : table.json(), as: UTF8.self))
    if listing.unreadable > 0 {
      let count = listing.unreadable
      Output.standardError(
        site.language == .zh
          ? "有 \(count) 个错误，列出的可能不全；请运行 gongkai check\n"
          : "\(count) errors, the list may be incomplete; run gongkai check\n")
    }
  }
}
