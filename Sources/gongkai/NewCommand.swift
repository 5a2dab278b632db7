import ArgumentParser
import Build
import Diagnostics
import Disclosure
import Scaffold

struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "新建一份文件 · Start a new document",
    subcommands: [NewEntry.self, NewRule.self, NewPage.self, NewReport.self])
}

/// What all of `gongkai new` take.
struct NewOptions: ParsableArguments {
  @Argument(help: "标题 · title")
  var title: String

  @Option(help: "文件名，不带 .md · name of the file without .md")
  var file: String?

  @Option(name: .customLong("set"), help: "字段=值，例如 体裁分类=通知，可以写多次 · FIELD=VALUE, may be repeated")
  var settings: [String] = []

  @OptionGroup var day: TodayOption

  @OptionGroup var site: SiteOptions

  func validate() throws {
    if let file, file.isEmpty || file.hasPrefix(".") || file.contains("/") {
      throw ValidationError("--file 是一个文件名，不含“/” · --file is a name without “/”")
    }
    _ = try values()
  }

  /// `--set`, by field.
  func values() throws -> [DocumentField: String] {
    var values: [DocumentField: String] = [:]
    for setting in settings {
      let assignment = try FieldAssignment(setting)
      values[assignment.field] = assignment.value
    }
    return values
  }

  func write(_ draft: ScaffoldFile) throws { try site.write(draft.text, to: draft.path) }

  /// As given, else `rule-1`, `rule-2` …, the first that is free.
  func name(in kind: DocumentKind, of organ: Organ? = nil) -> String {
    if let file { return file }
    let stem = "\(site.source)/\(DocumentDraft.folder(kind, of: organ))/\(kind.rawValue)"
    var number = 1
    while NewFile.exists("\(stem)-\(number).md") { number += 1 }
    return "\(kind.rawValue)-\(number)"
  }
}

/// Whose document it is, on a site of several organs.
struct OrganOption: ParsableArguments {
  @Option(help: "哪个机关，site.yml 里的代码；不写是主办机构 · organ by its code in site.yml")
  var organ: String?

  /// Its ordinal, `nil` for the site's host. A code that no organ has is wrong usage.
  func ordinal(in settings: SiteSettings) throws -> Int? {
    guard let organ else { return nil }
    let codes = settings.organs.map(\.code)
    if let ordinal = codes.firstIndex(of: organ) { return ordinal }
    let fix = NearMiss.question(for: organ, among: codes)
    throw ValidationError(
      "site.yml 的“行政机关”里没有代码“\(organ)” · site.yml lists no organ with the code “\(organ)”\(fix)")
  }
}

/// `FIELD=VALUE`, the field under any of its names.
struct FieldAssignment {
  let field: DocumentField
  let value: String

  init(_ text: String) throws {
    guard let sign = text.firstIndex(of: "=") else {
      throw ValidationError("“\(text)”里没有等号；写作 字段=值 · there is no “=”; write FIELD=VALUE")
    }
    field = try DocumentField(named: String(text[..<sign]))
    value = String(text[text.index(after: sign)...])
  }
}

extension DocumentField {
  /// By key, label or alias; a wrong name is wrong usage.
  init(named name: String) throws {
    guard let field = Self.table.ordinal(of: name).flatMap(DocumentField.init(rawValue:)) else {
      let fix = NearMiss.question(for: name, among: Self.table.labels)
      throw ValidationError("没有名为“\(name)”的字段 · no such field\(fix)")
    }
    self = field
  }
}

struct NewEntry: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "entry", abstract: "新建一条信息，自动编索引号 · Start a catalog entry with the next index number")

  @OptionGroup var options: NewOptions

  @OptionGroup var place: OrganOption

  func run() throws {
    let today = options.day.date
    let listing = try SiteListing(source: options.site.source)
    let organ = try place.ordinal(in: listing.settings)
    var values = try options.values()
    for field in [DocumentField.dateCreated, .datePublished] { values[field] = values[field] ?? today.description }
    guard let number = values[.indexNumber] ?? listing.nextIndexNumber(of: organ, on: today) else {
      let setting = organ == nil ? "索引号: {机构代码: …}" : "机构代码: …"
      throw ValidationError(
        "没有索引号可以接着编；请在 site.yml 里写“\(setting)”，或者用 --set 索引号=… · no index number to go on from; set the organ's code in site.yml, or use --set"
      )
    }
    let draft = DocumentDraft(
      .entry, of: organ.map { listing.settings.organs[$0] }, title: options.title, values: values)
    try options.write(
      draft.entry(
        indexNumber: number, publisher: listing.settings.organization, year: today.year, name: options.file))
  }
}

struct NewRule: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rule", abstract: "新建一项制度 · Start a disclosure rule")

  @OptionGroup var options: NewOptions

  @OptionGroup var place: OrganOption

  func run() throws {
    let settings = try SiteSettings.read(source: options.site.source)
    let organ = try place.ordinal(in: settings).map { settings.organs[$0] }
    let draft = DocumentDraft(.rule, of: organ, title: options.title, values: try options.values())
    try options.write(draft.page(name: options.name(in: .rule, of: organ)))
  }
}

struct NewPage: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "page", abstract: "新建一个普通页面 · Start a plain page")

  @OptionGroup var options: NewOptions

  func run() throws {
    let draft = DocumentDraft(.page, title: options.title, values: try options.values())
    try options.write(draft.page(name: options.name(in: .page)))
  }
}
