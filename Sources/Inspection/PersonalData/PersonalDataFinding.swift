/// What kind of personal data a text shows.
public enum PersonalDataKind: String, Sendable, Hashable, CaseIterable {
  /// Citizen identity number of 18 characters, GB 11643.
  case identityNumber
  /// Identity number of 15 digits, issued before 1999. It has no check digit, so a finding is a suspicion.
  case oldIdentityNumber
  /// Mobile telephone number of mainland China.
  case mobileNumber
  /// Payment card number, GB/T 14504 (ISO/IEC 7812).
  case bankCard
  /// A home address down to the house number.
  case homeAddress
  /// Names in a table that also has a column on health or hardship.
  case nameBesideCondition
}

/// Personal data found in a text.
public struct PersonalDataFinding: Sendable, Hashable {
  public let kind: PersonalDataKind
  /// The bytes of the text that show it.
  public let range: Range<Int>
  /// The same value as it may be published, by the detector's masking rule.
  public let masked: String
}
