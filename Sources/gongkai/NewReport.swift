import ArgumentParser
import Build
import Diagnostics

struct NewReport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "新建年度报告，填好已经知道的数 · Start a yearly report with the numbers that are known")

  @Argument(help: "报告年度 · year reported on")
  var year: Int

  @Option(help: "哪个机关，site.yml 里的代码；不写是主办机构 · organ by its code in site.yml")
  var organ: String?

  @Option(help: "网站文件夹 · folder of the site")
  var source = "."

  @Flag(help: "打印结果，不写文件 · print the result, write no file")
  var print = false

  @Option(help: "语言：zh、en · language")
  var lang: Language?

  func validate() throws {
    guard (2008...9999).contains(year) else {
      throw ValidationError("年度报告从 2008 年度开始，写作四位数字 · the first report is on 2008; give four digits")
    }
  }

  func run() throws {
    let draft = try NewFile.report(on: year, of: organ, source: source)
    guard !print else { return Output.standardOutput(draft.text) }
    try NewFile.write([NewFile(draft.path, draft.text)], below: source)
    let path = source == "." ? draft.path : "\(source)/\(draft.path)"
    Output.standardOutput(Output.language(lang) == .zh ? "已写入 \(path)\n" : "wrote \(path)\n")
  }
}
