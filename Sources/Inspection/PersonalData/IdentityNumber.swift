/// The citizen identity number (公民身份号码), GB 11643: six digits of region, eight of birth date,
/// three of sequence and a check character (ISO 7064 MOD 11-2).
enum IdentityNumber {
  /// The value of the check character X.
  static let ten: UInt8 = 10

  /// Partings inside the number as people write it: at the fields' borders (6-8-4, 6-4-4-4) or by fours.
  private static let fieldBorders: Set<Int> = [3, 6, 10, 12, 14, 17]
  private static let fours: Set<Int> = [4, 8, 12, 16]

  static func isPlausibleParting(_ partings: [Int]) -> Bool {
    partings.allSatisfy(fieldBorders.contains) || partings.allSatisfy(fours.contains)
  }

  /// Whether `digits` (18 values, X as ten) name a province, a birth date and the right check character.
  static func isValid(_ digits: some Collection<UInt8>) -> Bool {
    let digits = Array(digits)
    guard digits.count == 18, digits.dropLast().allSatisfy({ $0 < 10 }), isProvince(digits[0], digits[1]) else {
      return false
    }
    return isBirthDate(digits[6..<14]) && checkValue(digits[0..<17]) == digits[17]
  }

  /// Whether `digits` (15 values) could be a number of the old form: region, two-digit year, month, day, sequence.
  ///
  /// Nothing but the region and the date can be checked, so the district must be plausible too: prefectures
  /// are numbered 01 to 70 or 90, counties from 01 (GB/T 2260).
  static func isValidOldForm(_ digits: some Collection<UInt8>) -> Bool {
    let digits = Array(digits)
    guard digits.count == 15, isProvince(digits[0], digits[1]) else { return false }
    let prefecture = digits[2] * 10 + digits[3]
    guard (1...70).contains(prefecture) || prefecture == 90, digits[4] * 10 + digits[5] > 0 else { return false }
    return isBirthDate([1, 9] + digits[6..<12])
  }

  /// The check character's value over the first 17 digits: weights 2^(17-i) mod 11, then 1, 0, X, 9 … 2.
  static func checkValue(_ digits: ArraySlice<UInt8>) -> UInt8 {
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    let sum = zip(weights, digits).reduce(0) { $0 + $1.0 * Int($1.1) }
    return UInt8((12 - sum % 11) % 11)
  }

  /// The first two digits of a region code (GB/T 2260), and 83 for residence permits of people from Taiwan.
  private static func isProvince(_ first: UInt8, _ second: UInt8) -> Bool {
    switch first * 10 + second {
    case 11...15, 21...23, 31...37, 41...46, 50...54, 61...65, 71, 81...83: true
    default: false
    }
  }

  /// Years from 1900 to 2099: the check needs no clock, and nobody older is named in a disclosure.
  private static func isBirthDate(_ digits: some Collection<UInt8>) -> Bool {
    let number = digits.reduce(0) { $0 * 10 + Int($1) }
    guard (1900...2099).contains(number / 10_000) else { return false }
    return CivilDate(year: number / 10_000, month: number / 100 % 100, day: number % 100) != nil
  }
}
