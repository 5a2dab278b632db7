import Diagnostics

extension ReportText {
  /// What the text by itself and against the report's own numbers shows.
  ///
  /// - Parameters:
  ///   - year: the report year.
  ///   - statistics: the report's numbers, where it has any.
  ///   - identity: the organ's name, and its address where known, which tell what places are its own.
  public func check(year: Int, statistics: ReportStatistics?, identity: String) -> [Diagnostic] {
    var found = ListTotals.check(self) + LeadParts.check(self) + Placeholders.check(self)
    found += StatedPeriod.check(self, year: year) + ForeignPlaces.check(self, identity: identity)
    if let form = ReportForm.form(forYear: year) { found += SectionTitles.check(self, form) }
    if let statistics { found += TextNumbersCheck(text: self, statistics: statistics).diagnostics() }
    return found
  }

  /// - Parameter name: what to call the other report in messages.
  public func check(against other: ReportText, named name: Text) -> [Diagnostic] {
    Similarity.check(self, other, name: name).map { [$0] } ?? []
  }
}

extension ReportStatistics {
  /// - Parameter organ: the full name of the organ that reports.
  public func check(organ: String) -> [Diagnostic] { RuleMakingPower.check(self, organ: organ) }
}
