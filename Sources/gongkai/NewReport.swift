import ArgumentParser
import Build
import Diagnostics
import Disclosure

struct NewReport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "新建年度报告，填好已经知道的数 · Start a yearly report with the numbers that are known")

  @Argument(help: "报告年度 · year reported on")
  var year: Int

  @OptionGroup var place: OrganOption

  @OptionGroup var site: SiteOptions

  @Flag(help: "打印结果，不写文件 · print the result, write no file")
  var print = false

  func validate() throws {
    guard (2008...9999).contains(year) else {
      throw ValidationError("年度报告从 2008 年度开始，写作四位数字 · the first report is on 2008; give four digits")
    }
  }

  func run() throws {
    let organ = try place.ordinal(in: SiteSettings.read(source: site.source))
    let draft = try NewFile.report(on: year, of: organ, source: site.source)
    guard !print else { return Output.standardOutput(draft.text) }
    try site.write(draft.text, to: draft.path)
  }
}
