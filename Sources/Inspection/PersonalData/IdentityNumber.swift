import Chronology

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
  static func isValid(_ digits: ArraySlice<UInt8>) -> Bool {
    guard digits.count == 18, isProvince(digits), isBirthDate(number(digits.dropFirst(6).prefix(8))) else {
      return false
    }
    return checkValue(digits.dropLast()) == digits.last
  }

  /// Whether `digits` (15 values) could be a number of the old form: region, two-digit year, month, day, sequence.
  ///
  /// Nothing but the region and the date can be checked, so the district must be plausible too: prefectures
  /// are numbered 01 to 70 or 90, counties from 01 (GB/T 2260).
  static func isValidOldForm(_ digits: ArraySlice<UInt8>) -> Bool {
    guard digits.count == 15, isProvince(digits) else { return false }
    let prefecture = number(digits.dropFirst(2).prefix(2))
    guard (1...70).contains(prefecture) || prefecture == 90, number(digits.dropFirst(4).prefix(2)) > 0 else {
      return false
    }
    return isBirthDate(19_000_000 + number(digits.dropFirst(6).prefix(6)))
  }

  /// The check character's value over the first 17 digits: weights 2^(17-i) mod 11, then 1, 0, X, 9 … 2.
  static func checkValue(_ digits: ArraySlice<UInt8>) -> UInt8 {
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    let sum = zip(weights, digits).reduce(0) { $0 + $1.0 * Int($1.1) }
    return UInt8((12 - sum % 11) % 11)
  }

  /// Whether the first two digits are those of a region code (GB/T 2260), or 83, which residence permits of people
  /// from Taiwan begin with.
  static func isProvince(_ digits: ArraySlice<UInt8>) -> Bool {
    switch number(digits.prefix(2)) {
    case 11...15, 21...23, 31...37, 41...46, 50...54, 61...65, 71, 81...83: true
    default: false
    }
  }

  /// Years from 1900 to 2099: the check needs no clock, and nobody older is named in a disclosure.
  private static func isBirthDate(_ number: Int) -> Bool {
    guard (1900...2099).contains(number / 10_000) else { return false }
    return CivilDate(year: number / 10_000, month: number / 100 % 100, day: number % 100) != nil
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int {
    digits.reduce(0) { $0 * 10 + Int($1) }
  }
}
