/// An organization code (组织机构代码), GB 11714: eight digits or capital letters and a check character.
public struct OrganizationCode: Sendable, Hashable, CustomStringConvertible {
  /// Nine characters, without the hyphen that may stand before the last.
  public let description: String

  /// Reads `XXXXXXXXC` or `XXXXXXXX-C`; `nil` unless the form and the check character are right.
  public init?(_ text: String) {
    var characters = Array(text.utf8)
    if characters.count == 10, characters[8] == UInt8(ascii: "-") { characters.remove(at: 8) }
    guard characters.count == 9, let check = Self.checkCharacter(for: characters.dropLast()),
      check == characters[8]
    else { return nil }
    description = String(decoding: characters, as: UTF8.self)
  }

  /// The character that belongs after `body`, eight ASCII digits or capital letters; `nil` for anything else.
  ///
  /// GB 11714: weights 3, 7, 9, 10, 5, 8, 4, 2, letters count from A = 10; 11 - sum mod 11, where 10 is
  /// written X and 11 is written 0.
  public static func checkCharacter(for body: some Collection<UInt8>) -> UInt8? {
    guard body.count == 8 else { return nil }
    var sum = 0
    for (weight, character) in zip([3, 7, 9, 10, 5, 8, 4, 2], body) {
      guard let value = value(of: character) else { return nil }
      sum += weight * value
    }
    return switch 11 - sum % 11 {
    case 10: UInt8(ascii: "X")
    case 11: UInt8(ascii: "0")
    case let digit: UInt8(ascii: "0") + UInt8(digit)
    }
  }

  private static func value(of character: UInt8) -> Int? {
    switch character {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(character - UInt8(ascii: "0"))
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): Int(character - UInt8(ascii: "A")) + 10
    default: nil
    }
  }
}
