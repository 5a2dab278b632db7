import ArgumentParser
import Build
import Diagnostics
import Disclosure

struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "把已有的文件变成内容 · Turn existing files into content", subcommands: [ImportReport.self])
}

struct ImportReport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "导入纯文本的年度报告 · Import a plain-text yearly report")

  @Argument(help: "UTF-8 文本文件 · UTF-8 text file")
  var file: String

  @Option(help: "网站文件夹 · folder of the site")
  var source = "."

  @Flag(help: "打印结果，不写文件 · print the result, write no file")
  var print = false

  @Option(help: "语言：zh、en · language")
  var lang: Language?

  func run() throws {
    let text = try SourceText.read(file)
    let report = ReportImporter.convert(text)
    let language = Output.language(lang)
    for note in report.notes { Output.standardError("\(file):\(note.line): \(note.message[language])\n") }
    guard !print else { return Output.standardOutput(report.markdown) }
    let path = "\(source)/content/reports/\(report.year.map(String.init) ?? "report").md"
    try NewFile.write(report.markdown, to: path)
    Output.standardOutput(language == .zh ? "已写入 \(path)\n" : "wrote \(path)\n")
  }
}
