import Diagnostics

/// Everything this room reports.
public enum RulesDiagnostics {
  public static let kinds: [DiagnosticKind] = [
    .secrecyMark, .personalData, .suspectedPersonalData, .unusedException, .unreadableAttachment,
    .uninspectedAttachment, .photoMetadata,
    .dateOrder, .lateReview, .overduePublication, .futurePublication, .waitingEntry, .missingRepealDate,
    .outdatedValidity,
    .lateReport, .undatedReport,
    .implausibleRelation, .unlinkedExplanation,
    .malformedIndexNumber, .malformedDocumentNumber, .longSummary, .repetitiveSummary, .missingWithholdingReason,
    .emptyColumn, .staleColumn, .missingGuideTopic, .incompleteGuide, .doubledWord, .outdatedPhrase,
  ]
}
