import ArgumentParser
import Build
import Diagnostics
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
    var entries = EntryImport(listing.settings)
    for path in try ImportedFiles.list(paths) {
      guard EntryImport.reads(path) else {
        Output.standardError(
          language == .zh ? "\(path): 不是 .txt、.docx、.csv，没有导入\n" : "\(path): not .txt, .docx or .csv, not imported\n")
        continue
      }
      entries.add(try ImportedText.read(path), path: path)
    }
    let drafts = entries.drafts(beside: listing.indexNumbers, today: day.date)
    for note in entries.notes { Output.standardError("\(note.path):\(note.line): \(note.message[language])\n") }
    try NewFile.write(drafts.map { NewFile($0.path, $0.text) }, below: site.source)
    Output.standardOutput(
      language == .zh
        ? "已写入 \(drafts.count) 条草稿；用 gongkai serve 逐条核对\n"
        : "\(drafts.count) drafts written; look at them with gongkai serve\n")
  }
}
