import Diagnostics

/// The headings a form prescribes, against those of the report.
enum SectionTitles {
  /// Forms with tables that are required fix the headings too; earlier ones leave them to the writer.
  static func check(_ text: ReportText, _ form: ReportForm) -> [Diagnostic] {
    guard form.requiresStatistics, !text.titled.isEmpty else { return [] }
    let written = text.titled.map { words(of: $0.title) }
    return form.sections.filter { !written.contains(words(of: $0)) }.map { section in
      let near = NearMiss.best(for: section, among: text.titled.map(\.title))
      let part = text.titled.first { $0.title == near }
      return Diagnostic(
        .reportSections, at: part.map { text.span($0.heading) } ?? text.span(0..<0),
        zh: "没有“\(section)”这一部分" + (near.map { "；这里写的是“\($0)”" } ?? ""),
        en: "there is no part “\(section)”" + (near.map { "; this one is “\($0)”" } ?? ""),
        fixes: [
          .init(
            zh: "按\(form.document)写作“\(section)”", en: "\(form.document) calls it “\(section)”",
            replacement: part == nil ? nil : section)
        ])
    }
  }

  /// Without punctuation and spaces.
  private static func words(of title: String) -> String {
    String(String.UnicodeScalarView(title.unicodeScalars.filter(\.properties.isAlphabetic)))
  }
}

extension DiagnosticKind {
  static let reportSections = DiagnosticKind(
    "report.sections", .warning, zh: "缺少格式规定的部分", en: "a prescribed part of the report is missing")
}
