import Build
import Chronology
import Foundation
import TestSupport

/// A county's site that is changed at random: by its editors, by the days that pass, and by accidents.
struct ChangingSite {
  let site: SampleSite
  /// Whether the site is searched and its external links are opened: then the text of a page shows elsewhere too.
  private let isSearched: Bool
  private var random: SeededGenerator
  private var entries: [Int: (folder: String, name: String, entry: SampleEntry)] = [:]
  private var next = 1
  private var today = 20
  private var version = 0
  /// What makes the site an error now, by path, and how it is mended: the text before, or none.
  private var faults: [(path: String, text: String?)] = []

  private static let folders = [
    "content/catalog/2017", "content/catalog/2018", "content/kjj/catalog", "content/jyj/catalog/a",
  ]
  private static let settings = """
    网站名称: 示例县人民政府
    网址: https://www.example.gov.cn/
    主办机构: 示例县人民政府办公室
    联系方式: {电话: 0632-0000000}
    发布机构: [{代码: xzf, 名称: 示例县人民政府, 别名: [示例局]}]
    责任科室: [{代码: bgs, 名称: 办公室}, {代码: xxk, 名称: 信息科}]
    行政机关:
      - {代码: kjj, 名称: 示例县科学技术局}
      - {代码: jyj, 名称: 示例县教育局}

    """
  static let start = "-- site.yml --\n\(settings)-- content/apply/index.md --\n---\n标题: 依申请公开\n---\n正文。\n"

  init(_ site: SampleSite, isSearched: Bool = true, seed: UInt64) {
    self.site = site
    self.isSearched = isSearched
    random = SeededGenerator(seed: seed)
  }

  mutating func below(_ bound: Int) -> Int { Int(random.next() % UInt64(bound)) }

  private mutating func pick<Value>(_ values: [Value]) -> Value { values[below(values.count)] }

  var options: BuildOptions {
    var options = site.options
    options.today = CivilDate(year: 2019, month: 1, day: 1)?.advanced(by: today)
    if !isSearched {
      options.probe = nil
      options.parts.remove(.search)
    }
    return options
  }

  func cleanBuild() throws -> (outcome: BuildOutcome, tree: [String: Data]) { try site.cleanBuild(options) }

  /// Of about as many characters as one passage of the search index may have, or some more.
  private static func longBody(_ choice: Int) -> String {
    let sentences = (0..<180 + choice % 40).map { "第\($0 * (choice % 7 + 1))项要求。" }
    return "一、" + sentences.joined(separator: choice % 2 == 0 ? "" : "\n\n")
  }

  // MARK: - Changes

  /// Makes one change and says which.
  mutating func change() throws -> String {
    if entries.count < 12 { return try add() }
    if let fault = faults.first, below(2) == 0 {
      faults.removeFirst()
      return try mend(fault)
    }
    switch below(27) {
    case 0: return try edit("body") { $0.body += "又一段，第\($1)次。" }
    case 1:
      return try edit("middle") { entry, _ in entry.body.insert("改", at: entry.body.index(after: entry.body.startIndex))
      }
    case 2: return try edit("length") { $0.body = Self.longBody($1) }
    case 3: return try edit("title") { $0.title += "（修订\($1)）" }
    case 4: return try edit("date") { $0.published = "201\(7 + $1 % 3)-0\(1 + $1 % 9)-11" }
    case 5: return try edit("theme") { $0.theme = ["科技、教育/科技", "财政、金融、审计", "科技、教育"][$1 % 3] }
    case 6: return try edit("validity") { $0.validity = ["有效", "失效", "已修改", "尚未生效"][$1 % 4] }
    case 7, 8: return try edit("disclosure") { $0.disclosure = ["主动公开", "依申请公开", "不予公开"][$1 % 3] }
    case 9: return try edit("draft") { entry, _ in entry.extra = entry.extra.contains("草稿") ? "" : "草稿: 是" }
    case 10:
      return try edit("fields") {
        $0.extra = ["责任科室: 信息科", "关键词: [甲, 乙]", "有效期至: 2019-02-0\(1 + $1 % 9)", "内容概述: 第\($1)次的概述"][$1 % 4]
      }
    case 11: return try relate()
    case 12: return try link()
    case 13, 14: return try add()
    case 15: return try remove()
    case 16: return try rename()
    case 17: return try attach()
    case 18, 19: return try changeColumn()
    case 20: return try changeSite()
    case 21: return try changeTheme()
    case 22:
      today += below(20)
      return "day \(today)"
    case 23: return try spoil()
    case 24: return try damageCache()
    default: return try damageOutput()
    }
  }

  /// Whether something makes the site an error now.
  var isSpoilt: Bool { !faults.isEmpty }

  /// Changes the texts of a few entries, and nothing else.
  mutating func changeTexts() throws -> String {
    try (0...below(3)).map { _ in
      try edit("text") { $0.body += $1 % 6 == 0 ? "\n\n## 又一节\n" : "又一段，第\($1)次。" }
    }.joined(separator: ", ")
  }

  private mutating func edit(_ what: String, _ change: (inout SampleEntry, Int) -> Void) throws -> String {
    let id = pick(entries.keys.sorted())
    guard var known = entries[id] else { return "nothing" }
    version += 1
    change(&known.entry, below(1000))
    entries[id] = known
    try write(known)
    return "\(what) of \(id)"
  }

  private func write(_ known: (folder: String, name: String, entry: SampleEntry)) throws {
    try site.write(known.entry.text, to: "\(known.folder)/\(known.name).md")
  }

  private mutating func add() throws -> String {
    var entry = SampleEntry(next)
    entry.published = "2018-0\(1 + below(9))-1\(below(9))"
    // So long that what follows it does not show in the summary.
    if below(3) > 0 { entry.body = String(repeating: "这是一段正文，写得很长。", count: 40) }
    let known = (folder: pick(Self.folders), name: "\(next)", entry: entry)
    entries[next] = known
    next += 1
    try write(known)
    return "added \(next - 1)"
  }

  private mutating func remove() throws -> String {
    let id = pick(entries.keys.sorted())
    guard let known = entries.removeValue(forKey: id) else { return "nothing" }
    try site.remove("\(known.folder)/\(known.name).md")
    return "removed \(id)"
  }

  private mutating func rename() throws -> String {
    let id = pick(entries.keys.sorted())
    guard var known = entries[id] else { return "nothing" }
    try site.remove("\(known.folder)/\(known.name).md")
    version += 1
    (known.folder, known.name) = (pick(Self.folders), "\(id)-\(version)")
    entries[id] = known
    try write(known)
    return "renamed \(id)"
  }

  private mutating func relate() throws -> String {
    let other = pick(entries.keys.sorted())
    let kind = pick(["修改", "废止", "替代", "依据", "解读"])
    let number = entries[other]?.entry.number ?? ""
    return try edit("relation to \(other)") { entry, _ in entry.extra = "关联: [{关系: \(kind), 文件: \(number)}]" }
  }

  private mutating func link() throws -> String {
    let other = pick(entries.keys.sorted())
    guard let target = entries[other] else { return "nothing" }
    let link =
      below(2) == 0 ? "[这里](#\(target.entry.number))" : "[这里](/\(target.folder.dropFirst(8))/\(target.name).md)"
    return try edit("link to \(other)") { entry, choice in
      entry.body = choice % 3 == 0 ? "没有链接。" : "见\(link)和[别处](https://gone.example/\(choice))。"
    }
  }

  /// A document in a folder of its own, with files beside it.
  private mutating func attach() throws -> String {
    version += 1
    let folder = "content/kjj/catalog/attached"
    switch below(4) {
    case 0 where site.exists("\(folder)/form.csv"):
      try site.remove("\(folder)/form.csv")
      return "removed the attachment"
    case 1:
      try site.write("另一个文件，第\(version)版\n", to: "\(folder)/other-\(below(3)).txt")
    default:
      try site.write("姓名,内容,第\(version)版\n", to: "\(folder)/form.csv")
    }
    var entry = SampleEntry(90_000)
    entry.body = "见附件。"
    if !site.exists("\(folder)/index.md") { try site.write(entry.text, to: "\(folder)/index.md") }
    return "attachment"
  }

  private mutating func changeColumn() throws -> String {
    version += 1
    let organ = pick(["content", "content/kjj"])
    let (path, head): (String, String) = pick([
      ("\(organ)/guide/index.md", "标题: 指南"), ("\(organ)/rules/a.md", "标题: 制度\(version % 4)"),
      ("\(organ)/apply/index.md", "标题: 依申请公开"), ("content/pages/about.md", "标题: 说明\(version % 3)"),
      ("\(organ)/reports/2017.md", "标题: 2017年度报告\n年度: 2017\n发布日期: 2018-03-0\(1 + version % 9)"),
      ("\(organ)/reports/2016.md", "标题: 2016年度报告\n年度: 2016\n发布日期: 2017-03-01"),
    ])
    if below(4) == 0, path != "content/guide/index.md", site.exists(path) {
      try site.remove(path)
      return "removed \(path)"
    }
    let target = pick(entries.keys.sorted())
    let link = below(3) == 0 ? "见[条目](#\(entries[target]?.entry.number ?? ""))。" : ""
    try site.write("---\n\(head)\n---\n\n## 一、概述\n\n第\(version)版。\(link)\n", to: path)
    return "wrote \(path)"
  }

  private mutating func changeSite() throws -> String {
    version += 1
    switch below(4) {
    case 0: try site.write("代码: kind\(version)\n名称: 种类\(version)\n词条: [{代码: a, 名称: 甲}]\n", to: "taxonomy/kind.yml")
    case 1: try site.write("<p>门户第\(version)版</p>\n", to: "header.html")
    case 2:
      try site.write("<p>门户</p>\n", to: "header.html")
      try site.write(Self.settings + "页眉文件: header.html\n", to: "site.yml")
    default: try site.write(Self.settings + "说明: 第\(version)版\n", to: "site.yml")
    }
    return "site"
  }

  private mutating func changeTheme() throws -> String {
    version += 1
    if below(2) == 0 {
      try site.write("/* 第\(version)版 */\n", to: "themes/default/assets/own.css")
    } else {
      try site.write(
        "{{<layout}}{{$main}}<p>\(version)</p>{{/main}}{{/layout}}\n", to: "themes/default/templates/404.mustache")
    }
    return "theme"
  }

  // MARK: - Accidents

  /// Makes the site an error until it is mended.
  private mutating func spoil() throws -> String {
    version += 1
    switch below(3) {
    case 0:
      let path = "content/rules/broken-\(version).md"
      faults.append((path, nil))
      try site.write("---\n标题: 坏的\n---\n见[没有的](missing.md)。\n", to: path)
    case 1:
      let path = "content/catalog/2018/double-\(version).md"
      faults.append((path, nil))
      try site.write(SampleEntry(1).text, to: path)
    default:
      faults.append(("site.yml", Self.settings))
      try site.write(Self.settings + "没有这个键: 是\n", to: "site.yml")
    }
    return "an error"
  }

  private mutating func mend(_ fault: (path: String, text: String?)) throws -> String {
    if let text = fault.text { try site.write(text, to: fault.path) } else { try site.remove(fault.path) }
    return "mended \(fault.path)"
  }

  private mutating func damageCache() throws -> String {
    guard let name = try site.tree(".gongkai").keys.sorted().randomElement(using: &random),
      var bytes = try site.tree(".gongkai")[name], !bytes.isEmpty
    else { return "no cache" }
    let position = below(bytes.count)
    if below(2) == 0 { bytes[position] ^= 1 } else { bytes = bytes.prefix(position) }
    try bytes.write(to: URL(fileURLWithPath: "\(site.folder)/.gongkai/\(name)"))
    return "damaged \(name) at \(position)"
  }

  private mutating func damageOutput() throws -> String {
    guard site.exists("public"), let path = try site.tree().keys.sorted().randomElement(using: &random),
      path != "manifest.json"
    else { return "no output" }
    if below(2) == 0 { try site.remove("public/\(path)") } else { try site.write("别的", to: "public/\(path)") }
    return "damaged \(path)"
  }
}
