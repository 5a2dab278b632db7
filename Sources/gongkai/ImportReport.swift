import ArgumentParser
import Build
import Diagnostics
import Reports

struct ImportReport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "导入年度报告 · Import a yearly report",
    discussion: """
      文字成为 content/reports/年份.md：标题、机关、年度、期限、联系方式写进文件头，序号成为标题，统计表的数字写进“统计”。
      改了什么、什么没有把握，逐条列出。
      """)

  @Argument(help: "文本文件（UTF-8 或 GB18030），或者 Word 文件（.docx，要用 pandoc） · text file, or a Word file")
  var file: String

  @OptionGroup var site: SiteOptions

  @Flag(help: "打印结果，不写文件 · print the result, write no file")
  var print = false

  func run() throws {
    let report = ReportImporter.convert(try ImportedText.read(file))
    for note in report.notes { Output.standardError("\(file):\(note.line): \(note.message[site.language])\n") }
    guard !print else { return Output.standardOutput(report.markdown) }
    try site.write(report.markdown, to: "content/reports/\(report.year.map(String.init) ?? "report").md")
  }
}
