import Chronology

/// How long active disclosure may take (政府信息公开条例, 2019, Art. 26; the edition of 2008 had the same limit).
public enum PublicationTime {
  /// In working days after the day a document was made.
  public static let limit = 20
}

extension DocumentFacts {
  /// Working days from the day it was made to its publication; `nil` where no limit holds: it is not actively
  /// disclosed, is older than the Regulation, or a date is missing.
  public func workingDaysToPublication(_ calendar: WorkingDays) -> Int? {
    guard kind == .entry, disclosure == .active, let created = dateCreated, let published = datePublished,
      RegulationEdition(inForceOn: created) != nil
    else { return nil }
    return calendar.count(after: created, through: published)
  }

  /// Whether it is to be disclosed actively and is not published yet: a draft, or not reviewed.
  var isWaiting: Bool {
    kind == .entry && publication == .withheld && [nil, .active].contains(disclosure)
      && dateCreated.flatMap(RegulationEdition.init(inForceOn:)) != nil
  }
}

/// What is known of an entry that readers do not get: enough to count it.
public struct WithheldEntry: Sendable {
  public let organ: Int?
  public let department: Int?
  public let dateCreated: CivilDate?

  init(_ document: DocumentFacts) {
    organ = document.organ
    department = document.department
    dateCreated = document.dateCreated
  }
}
