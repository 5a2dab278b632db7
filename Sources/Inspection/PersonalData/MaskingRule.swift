/// How much of a value may stay when personal data is published in de-identified form (去标识化).
///
/// Both rules are in use; neither covers every kind, and what one leaves open follows the other.
public enum MaskingRule: String, Sendable, Hashable, CaseIterable {
  /// Of an identity number two digits and three, `35*************123`; of a mobile number `138****1234`;
  /// of an address the township or sub-district (永安市, notice of 2023-01-04).
  case narrow
  /// Of an identity number six digits and four, of a card six and four, of a mobile number three and four; of a
  /// name of two characters the first, of a longer one the first and last (a university's rule of 2025).
  case wide

  /// `value` with the part that must not be shown replaced by asterisks.
  ///
  /// Numbers may be full-width or parted by spaces and hyphens; the result is in plain digits. Values too short
  /// for the rule are masked whole.
  public func mask(_ kind: PersonalDataKind, _ value: String) -> String {
    switch kind {
    case .identityNumber, .oldIdentityNumber:
      switch self {
      case .narrow: Self.keep(2, 3, of: Self.plainDigits(value))
      case .wide: Self.keep(6, 4, of: Self.plainDigits(value))
      }
    case .mobileNumber: Self.keep(3, 4, of: Self.nationalMobile(value))
    case .bankCard: Self.keep(6, 4, of: Self.plainDigits(value))
    case .homeAddress: Self.township(of: value)
    case .nameBesideCondition:
      value.count <= 2 ? Self.keep(1, 0, of: Array(value)) : Self.keep(1, 1, of: Array(value))
    }
  }

  private static func keep(_ head: Int, _ tail: Int, of value: [Character]) -> String {
    let hidden = value.count - head - tail
    guard hidden > 0 else { return String(repeating: "*", count: value.count) }
    return String(value.prefix(head)) + String(repeating: "*", count: hidden) + String(value.suffix(tail))
  }

  /// Digits in ASCII, and the X an identity number may end with; separators are dropped.
  private static func plainDigits(_ value: String) -> [Character] {
    value.unicodeScalars.compactMap { scalar in
      switch scalar.value {
      case 0x30...0x39: Character(scalar)
      case 0xFF10...0xFF19: Character(Unicode.Scalar(UInt8(scalar.value - 0xFF10 + 0x30)))
      case 0x58, 0x78, 0xFF38, 0xFF58: "X"
      default: nil
      }
    }
  }

  /// Without the country code, of which nothing need be hidden.
  private static func nationalMobile(_ value: String) -> [Character] {
    plainDigits(value).suffix(11)
  }

  /// Up to the township or sub-district; up to the county or city where none is named; else nothing.
  private static func township(of address: String) -> String {
    let characters = Array(address)
    for words in [["街道", "镇", "乡"], ["县", "区", "旗"], ["市", "州"], ["省"]] {
      let ends = words.compactMap { word in
        characters.indices.first { index in characters[...index].suffix(word.count).elementsEqual(word) }
      }
      if let end = ends.min(), end + 1 < characters.count { return String(characters[...end]) }
    }
    return "****"
  }
}
