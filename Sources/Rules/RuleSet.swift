import Chronology
import Diagnostics
import Disclosure
import Inspection
import YAML

/// What the law and the inspectors ask of a site, as checks that report diagnostics.
///
/// A site is checked in this order: `secrecyMarks` on the bytes of each document before anything else reads them;
/// `check(_:bytes:_:)` on each document, `check(_:_:)` on each attachment that will be published, and
/// `check(_:today:_:)` once. All but the last are independent of each other and may run on any worker.
///
/// Where a gate reports something, the file's lines must not be quoted either, so the messages themselves say on
/// which line it stands.
public struct RuleSet: Sendable {
  private let personalData: PersonalDataRule
  private let indexNumbers: IndexNumberRule
  private let timeLimit: TimeLimitRule
  private let waiting: WaitingEntryRule
  private let repeals: RepealRule
  private let validity: ValidityRule

  /// - Parameter settings: of the site, with its holidays and how it masks personal data.
  public init(_ settings: SiteSettings) {
    personalData = PersonalDataRule(detector: PersonalDataDetector(masking: settings.masking))
    self.indexNumbers = IndexNumberRule(pattern: settings.indexNumbers)
    timeLimit = TimeLimitRule(calendar: settings.holidays.calendar)
    waiting = WaitingEntryRule(calendar: settings.holidays.calendar)
    let ended = EndedValidity(settings.taxonomy)
    repeals = RepealRule(ended: ended)
    validity = ValidityRule(ended: ended)
  }

  /// The secrecy marks a document's file carries; unless there are none, nothing may read, quote or publish it.
  ///
  /// - Parameter bytes: the whole file, well-formed or not.
  public func secrecyMarks(in bytes: UnsafeBufferPointer<UInt8>, path: String) -> [Diagnostic] {
    SecrecyRule.marks(in: bytes, path: path)
  }

  /// What a document by itself shows: personal data, wording and fields that contradict each other.
  ///
  /// - Parameter bytes: the whole file `document` was read from.
  public func check(
    _ document: Document, bytes: UnsafeBufferPointer<UInt8>, _ diagnostics: inout [Diagnostic]
  ) {
    let text = PublishedText(of: document, in: bytes)
    personalData.check(text, &diagnostics)
    DoubledWordRule.check(text, &diagnostics)
    OutdatedPhraseRule.check(text, &diagnostics)
    GuideTopicRule.check(text, &diagnostics)
    DateOrderRule.check(document, &diagnostics)
    ReviewDateRule.check(document, &diagnostics)
    timeLimit.check(document, &diagnostics)
    indexNumbers.check(document, &diagnostics)
    DocumentNumberRule.check(document, &diagnostics)
    SummaryRule.check(document, &diagnostics)
    WithholdingReasonRule.check(document, &diagnostics)
  }

  /// What only shows when the documents are seen together.
  ///
  /// - Parameter today: the day of the build; without it nothing is judged by the calendar.
  public func check(_ catalog: Catalog, today: CivilDate?, _ diagnostics: inout [Diagnostic]) {
    EmptyColumnRule.check(catalog, &diagnostics)
    GuideContactRule.check(catalog, &diagnostics)
    repeals.check(catalog, &diagnostics)
    validity.check(catalog, today: today, &diagnostics)
    RelationRule.check(catalog, &diagnostics)
    ReportDeadlineRule.check(catalog, &diagnostics)
    if let today {
      FutureDateRule.check(catalog, today: today, &diagnostics)
      ColumnAgeRule.check(catalog, today: today, &diagnostics)
      waiting.check(catalog, today: today, &diagnostics)
    }
  }

  /// Secrecy marks and personal data in an attachment, and whether it could be looked into at all.
  ///
  public func check(_ attachment: PublishedAttachment, _ diagnostics: inout [Diagnostic]) {
    AttachmentRule(personalData: personalData).check(attachment, &diagnostics)
  }

  /// Warnings for exceptions that name a file which is no attachment of their document.
  public func unused(_ exceptions: [PersonalDataException]) -> [Diagnostic] { ExceptionMatcher(exceptions).unused }

  /// The personal data in what readers see of a document, exceptions left out.
  ///
  /// - Parameter bytes: the whole file `document` was read from.
  public func replacements(in document: Document, bytes: UnsafeBufferPointer<UInt8>) -> [PersonalDataReplacement] {
    personalData.replacements(in: PublishedText(of: document, in: bytes))
  }

  /// The personal data in an attachment; `nil` where its bytes are not the text themselves.
  public func replacements(in attachment: PublishedAttachment) -> [PersonalDataReplacement]? {
    guard AttachmentType(path: attachment.path) == .text, attachment.extraction == nil else { return nil }
    return attachment.bytes.withUnsafeBufferPointer {
      personalData.replacements(in: $0, exceptions: attachment.exceptions)
    }
  }
}
