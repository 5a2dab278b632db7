import ArgumentParser
import Build
import Chronology
import Diagnostics
import Disclosure
import Scaffold

struct ImportEntries: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "entries", abstract: "导入目录条目：.txt、.docx、.csv 或者文件夹 · Import catalog entries",
    discussion: """
      文本和 Word 文件一份一条；CSV 第一行是字段名（索引号、名称、文号……），以后每行一条。
      都写成草稿，原来的文件不动，已有的内容不覆盖；没有把握的逐条列出。
      """)

  @Argument(help: "文件或者文件夹 · files or folders")
  var paths: [String]

  @OptionGroup var site: SiteOptions

  @OptionGroup var day: TodayOption

  func run() throws {
    let language = site.language
    let listing = try SiteListing(source: site.source)
    var numbering = ImportNumbering(listing, today: day.date)
    var files: [NewFile] = []
    for path in try ImportedFiles.list(paths) {
      guard Self.suffixes.contains(where: path.lowercased().hasSuffix) else {
        Output.standardError(
          language == .zh ? "\(path): 不是 .txt、.docx、.csv，没有导入\n" : "\(path): not .txt, .docx or .csv, not imported\n")
        continue
      }
      let (entries, notes) = try read(path, listing.settings)
      for note in notes + entries.flatMap(\.notes) {
        Output.standardError("\(path):\(note.line): \(note.message[language])\n")
      }
      for entry in entries {
        guard let number = numbering.number(for: entry) else {
          let message = Text(
            zh: "索引号已经用过，或者没有可以接着编的，这一条没有导入",
            en: "its index number is taken, or there is none to go on from; not imported")
          Output.standardError("\(path):\(entry.line): \(message[language])\n")
          continue
        }
        let draft = entry.draft(
          indexNumber: number, publisher: listing.settings.organization, today: numbering.today)
        files.append(NewFile(draft.path, draft.text))
      }
    }
    try NewFile.write(files, below: site.source)
    Output.standardOutput(
      language == .zh
        ? "已写入 \(files.count) 条草稿；用 gongkai serve 逐条核对\n"
        : "\(files.count) drafts written; look at them with gongkai serve\n")
  }

  private static let suffixes = [".txt", ".docx", ".csv"]

  private func read(_ path: String, _ settings: SiteSettings) throws -> ([ImportedEntry], [ImportNote]) {
    let text = try ImportedText.read(path)
    if path.lowercased().hasSuffix(".csv") {
      let catalog = ImportedCatalog(csv: text, taxonomy: settings.taxonomy)
      return (catalog.entries, catalog.notes)
    }
    let name = path.split(separator: "/").last?.split(separator: ".").first.map(String.init) ?? path
    return ([ImportedEntry(text: text, name: name, taxonomy: settings.taxonomy)], [])
  }
}

/// Gives imported entries their own index numbers, or the next ones.
private struct ImportNumbering {
  let today: CivilDate
  private let issuer: IndexNumberIssuer
  private var taken: Set<String>
  private let known: [String]
  /// The last number given out for each year, which the next one follows.
  private var last: [Int: String] = [:]

  init(_ listing: SiteListing, today: CivilDate) {
    self.today = today
    issuer = IndexNumberIssuer(listing.settings)
    known = listing.indexNumbers
    taken = Set(known)
  }

  /// `nil` when the entry's own number is taken, or no next one is known.
  mutating func number(for entry: ImportedEntry) -> String? {
    if let own = entry.values[.indexNumber] { return taken.insert(own).inserted ? own : nil }
    let date = entry.date ?? today
    var next = issuer.next(on: date, taken: last[date.year].map { [$0] } ?? known)
    while let number = next, !taken.insert(number).inserted { next = issuer.next(on: date, taken: [number]) }
    last[date.year] = next
    return next
  }
}
