import ArgumentParser
import Build
import Chronology
import Diagnostics
import Glibc
import YAML

/// Options that several commands share.
struct CommonOptions: ParsableArguments {
  @OptionGroup var site: SiteOptions

  @Option(help: "输出文件夹，默认为网站文件夹下的 public · output folder, by default public in the site's folder")
  var output: String?

  @Option(help: "发布后的网址，代替 site.yml 里的 · address once published, instead of the one in site.yml")
  var baseURL: String?

  @Option(help: "同时工作的线程数 · number of threads")
  var jobs: Int = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))

  @Option(help: "诊断的格式：text、json、sarif、github、gitlab · format of diagnostics")
  var format: DiagnosticFormat = .text

  @Flag(help: "不打印结果 · print no result")
  var quiet = false

  @Flag(help: "连同草稿 · publish drafts too")
  var drafts = false

  @Option(
    help: "以哪一天为今天，例如 2018-03-01；不写则不按日期判断 · the day to take for today, without which nothing is judged by the calendar"
  )
  var today: String?

  func validate() throws {
    try TodayOption.validate(today)
    guard jobs > 0 else { throw ValidationError("--jobs 至少为 1 · --jobs must be at least 1") }
  }

  var buildOptions: BuildOptions {
    var options = BuildOptions()
    options.source = site.source
    options.output = trimmed(output ?? "\(site.source)/public")
    options.baseURL = baseURL
    options.jobs = jobs
    options.drafts = drafts
    options.today = today.flatMap { CivilDate($0) }
    return options
  }

  private func trimmed(_ path: String) -> String {
    var path = path
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    return path
  }

  var language: Language { site.language }

  func report(_ outcome: BuildOutcome) {
    let printer = DiagnosticPrinter(language: language, sources: outcome.sources)
    let diagnostics = outcome.diagnostics
    let text =
      switch format {
      case .text: printer.text(diagnostics)
      case .json: printer.json(diagnostics, outcome.summary)
      case .sarif: printer.sarif(diagnostics, tool: generator)
      case .gitlab: printer.gitLab(diagnostics)
      case .github: printer.gitHub(diagnostics)
      }
    Output.standardError(text)
  }
}

enum DiagnosticFormat: String, ExpressibleByArgument, CaseIterable { case text, json, sarif, github, gitlab }
