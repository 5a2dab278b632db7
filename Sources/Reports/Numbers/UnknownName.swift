import Diagnostics

/// A name in a report's numbers that its form does not have.
struct UnknownName {
  let name: String
  let span: SourceSpan
  let level: FormLevel
  /// The form it was looked for in.
  let form: ReportForm
  /// The year reported on.
  let year: Int

  /// The form of other years that has it.
  var otherForm: ReportForm? { ReportForm.builtIn.first { $0.id != form.id && level.knows(name, in: $0) } }

  /// - Parameters:
  ///   - place: where it was written, for messages: a table, a row.
  ///   - suggestions: what may have been meant.
  func diagnostic(in place: Text, suggestions: [String]) -> Diagnostic {
    let fixes = NearMiss.best(for: name, among: suggestions).map { [Diagnostic.Fix.didYouMean($0)] } ?? []
    guard let other = otherForm else {
      return Diagnostic(
        .reportUnknownName, at: span, zh: "\(place.zh)：没有“\(name)”这一项", en: "\(place.en): there is no “\(name)”",
        fixes: fixes)
    }
    let years = other.yearsText
    return Diagnostic(
      .reportForm, at: span,
      zh: "“\(name)”是\(years.zh)报告格式（\(other.document)）的；\(year) 年度应按\(form.document)填写",
      en: "“\(name)” belongs to the form for reports \(years.en) (\(other.document)); "
        + "a report on \(year) follows \(form.document)",
      fixes: fixes)
  }
}
