import Diagnostics

/// Everything this room reports.
public enum ReportsDiagnostics {
  public static let kinds: [DiagnosticKind] = [
    .reportForm, .reportUnknownName, .reportDuplicateName, .reportNumber, .reportMissingNumber, .reportBalance,
    .reportOutcomes, .reportApplicants, .reportProceedings, .reportBreakdown, .reportCarryOver, .reportNoPrevious,
    .reportInForce, .reportYear, .reportPeriod, .reportDate, .reportTextDiffers, .reportListTotal, .reportLeadParts,
    .reportPlaceholder, .reportSections, .reportForeignPlace, .reportSimilar, .reportRuleMaking,
  ]
}
