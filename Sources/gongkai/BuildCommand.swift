import ArgumentParser
import Build

struct BuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: "检查内容并生成网站 · Check the content and build the site")

  @OptionGroup var options: CommonOptions

  @Flag(help: "打印各步的时间、数量和字节数 · print what each stage took")
  var stats = false

  func run() throws {
    let outcome = try options.watched { try SiteBuilder(options.buildOptions, progress: $0).build() }
    options.report(outcome)
    if stats { Output.standardError(StageTable(outcome.stages).text(options.language)) }
    let summary = outcome.summary
    guard summary.errors == 0 else {
      if options.format == .text {
        Output.standardError(
          options.language == .zh
            ? "\n有 \(summary.errors) 个错误，没有发布；原有的输出未动。\n"
            : "\n\(summary.errors) errors, nothing was published; the old output stands.\n")
      }
      throw ExitCode(1)
    }
    guard !options.quiet else { return }
    Output.standardOutput(
      options.language == .zh
        ? "已发布 \(summary.published) 份文件（未公开 \(summary.withheld) 份），共 \(outcome.files) 个网页和数据文件，更新 \(outcome.changed) 个，删除 \(outcome.removed) 个\n"
        : "\(summary.published) documents published (\(summary.withheld) withheld), \(outcome.files) files, \(outcome.changed) updated, \(outcome.removed) removed\n"
    )
  }
}

enum FixKind: String, ExpressibleByArgument, CaseIterable { case mask }

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "只检查，不生成 · Check the content, write nothing")

  @OptionGroup var options: CommonOptions

  @Flag(help: "把现有的警告和错误记入 baseline.txt，以后不再提示；闸门除外 · record what is found in baseline.txt, gates excepted")
  var writeBaseline = false

  @Option(help: "先列出、再改正能自动改的问题：mask 遮盖个人信息 · list, then mend what can be mended: mask masks personal data")
  var fix: FixKind?

  @Flag(help: "不再询问，直接改正 · mend without asking")
  var yes = false

  @Flag(help: "用 curl 逐个打开正文里的外部链接 · open the links out of the site with curl")
  var external = false

  @Option(help: "把检查报告写进这个文件夹：report.html 和 report.json · write an inspection report into this folder")
  var report: String?

  func validate() throws {
    guard !external || CurlProbe.isInstalled() else {
      throw ValidationError("--external 要用 curl，请先安装 · --external needs curl; install it first")
    }
  }

  private var buildOptions: BuildOptions {
    var buildOptions = options.buildOptions
    if external { buildOptions.probe = CurlProbe.answer }
    return buildOptions
  }

  func run() throws {
    if fix == .mask { try MaskingFix(options: options, isConfirmed: yes).run() }
    if writeBaseline { try recordBaseline() }
    let outcome = try checked()
    options.report(outcome)
    let summary = outcome.summary
    if !options.quiet, options.format == .text {
      let known =
        summary.baselined == 0
        ? ""
        : options.language == .zh ? "，另有 \(summary.baselined) 处在基线里" : ", \(summary.baselined) more in the baseline"
      Output.standardOutput(
        options.language == .zh
          ? "检查了 \(summary.documents) 份文件：\(summary.errors) 个错误，\(summary.warnings) 个警告，\(summary.notes) 个提示\(known)\n"
          : "\(summary.documents) documents checked: \(summary.errors) errors, \(summary.warnings) warnings, \(summary.notes) notes\(known)\n"
      )
    }
    if summary.errors > 0 { throw ExitCode(1) }
  }

  private func checked() throws -> BuildOutcome {
    guard let folder = report else {
      return try options.watched { try SiteBuilder(buildOptions, progress: $0).check() }
    }
    let (outcome, report) = try InspectionReport.inspect(buildOptions)
    try report.write(to: folder, source: options.site.source, language: options.language)
    return outcome
  }

  private func recordBaseline() throws {
    var buildOptions = buildOptions
    buildOptions.usesBaseline = false
    let outcome = try SiteBuilder(buildOptions).check()
    let baseline = Baseline(of: outcome.diagnostics, sources: outcome.sources)
    try baseline.write(source: buildOptions.source)
    guard !options.quiet else { return }
    Output.standardOutput(
      options.language == .zh
        ? "baseline.txt 记下了 \(baseline.count) 处已知的问题\n" : "baseline.txt records \(baseline.count) known findings\n")
  }
}
