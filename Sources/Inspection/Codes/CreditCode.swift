/// A unified social credit code (统一社会信用代码), GB 32100: registering department, category, region of six
/// digits, organization code of nine characters, and a check character.
public struct CreditCode: Sendable, Hashable, CustomStringConvertible {
  /// Eighteen characters.
  public let description: String

  /// `nil` unless the form and both check characters (GB 32100 and, inside, GB 11714) are right.
  public init?(_ text: String) {
    let characters = Array(text.utf8)
    guard Self.isValid(characters: characters) else { return nil }
    description = String(decoding: characters, as: UTF8.self)
  }

  /// The code of the same organization in the older register: characters 9 to 17.
  public var organizationCode: OrganizationCode? {
    OrganizationCode(String(description.dropFirst(8).prefix(9)))
  }

  /// The alphabet leaves out I, O, S, V and Z, which are easily misread.
  private static let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY".utf8)

  /// The character that belongs after `body`, the first 17 characters: weights 3^(i-1) mod 31, 31 - sum mod 31.
  public static func checkCharacter(for body: some Collection<UInt8>) -> UInt8? {
    guard body.count == 17 else { return nil }
    var sum = 0
    var weight = 1
    for character in body {
      guard let value = alphabet.firstIndex(of: character) else { return nil }
      sum += weight * value
      weight = weight * 3 % 31
    }
    return alphabet[(31 - sum % 31) % 31]
  }

  /// Whether 18 digit values form a valid code, as far as it can be told from digits alone.
  static func isValid(_ digits: ArraySlice<UInt8>) -> Bool {
    isValid(characters: digits.map { $0 < 10 ? $0 + UInt8(ascii: "0") : UInt8(ascii: "X") })
  }

  private static func isValid(characters: [UInt8]) -> Bool {
    guard characters.count == 18, let check = checkCharacter(for: characters[0..<17]), check == characters[17],
      characters[2..<8].allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
    else { return false }
    return OrganizationCode.checkCharacter(for: characters[8..<16]) == characters[16]
  }
}
