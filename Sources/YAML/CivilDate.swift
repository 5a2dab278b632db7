/// A day of the Gregorian calendar, without time or zone.
public struct CivilDate: Sendable, Hashable, Comparable, CustomStringConvertible {
  public let year: Int
  public let month: Int
  public let day: Int

  /// `nil` unless the day exists.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      (1...CivilDate.days(in: month, of: year)).contains(day)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Exactly `YYYY-MM-DD` (ISO 8601).
  public init?(_ text: String) {
    let digits = Array(text.utf8)
    guard digits.count == 10, digits[4] == UInt8(ascii: "-"), digits[7] == UInt8(ascii: "-"),
      let year = Int(text.prefix(4)), let month = Int(text.dropFirst(5).prefix(2)), let day = Int(text.suffix(2)),
      digits[0] != UInt8(ascii: "+"), digits[5] != UInt8(ascii: "+"), digits[8] != UInt8(ascii: "+")
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// A date as people write it: 2017年5月8日, 2017/5/8, 2017.05.08, 20170508.
  public init?(loose text: String) {
    var numbers: [Substring] = text.split { !$0.isASCII || !$0.isNumber }
    if numbers.count == 1, let only = numbers.first, only.count == 8 {
      numbers = [only.prefix(4), only.dropFirst(4).prefix(2), only.suffix(2)]
    }
    guard numbers.count == 3, let year = Int(numbers[0]), let month = Int(numbers[1]), let day = Int(numbers[2]) else {
      return nil
    }
    self.init(year: year, month: month, day: day)
  }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// `YYYY-MM-DD`.
  public var description: String {
    let pad = { (value: Int, width: Int) in
      let digits = String(value)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(pad(year, 4))-\(pad(month, 2))-\(pad(day, 2))"
  }

  /// 2017年5月8日, as official documents print it.
  public var chinese: String { "\(year)年\(month)月\(day)日" }

  public static func < (a: CivilDate, b: CivilDate) -> Bool {
    (a.year, a.month, a.day) < (b.year, b.month, b.day)
  }
}
