public import Diagnostics

/// A theme's templates, compiled for the pages they make.
public final class TemplateLibrary: Sendable {
  private let templates: [String: Template]

  private init(_ templates: [String: Template]) { self.templates = templates }

  /// Checks and compiles a theme.
  ///
  /// - Parameters:
  ///   - files: all templates; of two with one name the first counts, so that a theme comes before its fallback.
  ///   - context: what pages find beside their own names.
  ///   - pages: which templates are rendered with which shape, each template once.
  /// - Returns: the library, unless there are errors; and everything wrong in any file, sorted, with unknown names
  ///   reported where they stand, however many pages include the place.
  public static func compile(
    _ files: [TemplateFile], context: ModelShape, pages: [(template: String, shape: ModelShape)]
  ) -> (library: TemplateLibrary?, diagnostics: [Diagnostic]) {
    var report = CompileReport()
    var parsed: [String: ParsedTemplate] = [:]
    for file in files where parsed[file.name] == nil {
      let (template, problems) = TemplateParser.parse(file)
      parsed[file.name] = template
      for problem in problems { report.add(problem) }
    }
    let set = TemplateSet(parsed)
    var templates: [String: Template] = [:]
    for page in pages {
      guard let template = set[page.template] else {
        report.add(missing(page.template, in: set))
        continue
      }
      var compiler = PageCompiler(set, context: context, page: page.shape, report: report)
      let program = compiler.compile(template)
      report = compiler.report
      templates[page.template] = Template(name: page.template, context: context, shape: page.shape, program: program)
    }
    report.addUnknownBlocks(in: set)
    let diagnostics = report.diagnostics.sorted()
    let failed = diagnostics.contains { $0.severity == .error }
    return (failed ? nil : TemplateLibrary(templates), diagnostics)
  }

  /// The template of a page named to `compile`.
  public func template(_ name: String) -> Template? { templates[name] }

  private static func missing(_ name: String, in set: TemplateSet) -> Diagnostic {
    Diagnostic(
      .templateUnknownPartial, at: nil, zh: "主题没有页面模板“\(name)”", en: "the theme has no template “\(name)” for a page",
      fixes: set.nearest(to: name).map { [.didYouMean($0)] } ?? [])
  }
}
