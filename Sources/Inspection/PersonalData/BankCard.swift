import Chronology

/// Payment card numbers, GB/T 14504 (ISO/IEC 7812): an issuer's prefix, the account, a Luhn check digit.
enum BankCard {
  /// Cards are printed by fours.
  private static let fours: Set<Int> = [4, 8, 12, 16]

  static func isPlausibleParting(_ partings: [Int]) -> Bool {
    partings.allSatisfy(fours.contains)
  }

  /// Whether `digits` have a known prefix and length, and the check digit fits.
  static func isValid(_ digits: ArraySlice<UInt8>) -> Bool {
    hasIssuer(digits) && passesLuhn(digits)
  }

  /// Whether the digits also read as region code, date and serial, which is how permits and cases are numbered.
  static func readsAsCaseNumber(_ digits: ArraySlice<UInt8>) -> Bool {
    let number = digits.prefix(14).reduce(0) { $0 * 10 + Int($1) }
    let prefecture = number / 10_000_000_000 % 100
    let county = number / 100_000_000 % 100
    let year = number / 10_000 % 10_000
    guard (1...30).contains(prefecture) || prefecture == 90, (0...35).contains(county) || county >= 80 else {
      return false
    }
    guard (1990...2039).contains(year) else { return false }
    return CivilDate(year: year, month: number / 100 % 100, day: number % 100) != nil
  }

  /// UnionPay 62 and older domestic 6… (16 to 19 digits), 9558 (19), Visa 4, MasterCard 51 to 55 and JCB 3528 to
  /// 3589 (16 each).
  private static func hasIssuer(_ digits: ArraySlice<UInt8>) -> Bool {
    guard (16...19).contains(digits.count) else { return false }
    let prefix = digits.prefix(4).reduce(0) { $0 * 10 + Int($1) }
    return switch prefix {
    case 6000...6999: true
    case 9558: digits.count == 19
    case 4000...4999, 5100...5599, 3528...3589: digits.count == 16
    default: false
    }
  }

  private static func passesLuhn(_ digits: ArraySlice<UInt8>) -> Bool {
    var sum = 0
    for (place, digit) in digits.reversed().enumerated() {
      let weighted = Int(digit) * (place % 2 == 0 ? 1 : 2)
      sum += weighted > 9 ? weighted - 9 : weighted
    }
    return sum % 10 == 0
  }
}
