/// A day of the Gregorian calendar, without clock or time zone.
public struct CivilDate: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// Year, month and day as decimal digits: 20170508. Later days have larger ones.
  public let digits: Int32

  public var year: Int { Int(digits / 10_000) }
  public var month: Int { Int(digits / 100 % 100) }
  public var day: Int { Int(digits % 100) }

  /// The day, or `nil` when the calendar has none such. Years run from 1 to 9999.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      (1...Self.length(ofMonth: month, year: year)).contains(day)
    else { return nil }
    digits = Int32(year * 10_000 + month * 100 + day)
  }

  /// The day with these `digits`, or `nil` when the calendar has none such.
  public init?(digits: Int32) {
    self.init(year: Int(digits / 10_000), month: Int(digits / 100 % 100), day: Int(digits % 100))
  }

  /// Reads `YYYY-MM-DD` (GB/T 7408, extended form), exactly that.
  public init?(_ text: String) {
    var text = text
    let digits = text.withUTF8 { bytes -> Int? in
      guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") else { return nil }
      var digits = 0
      for i in bytes.indices where i != 4 && i != 7 {
        guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[i]) else { return nil }
        digits = digits * 10 + Int(bytes[i] - UInt8(ascii: "0"))
      }
      return digits
    }
    guard let digits else { return nil }
    self.init(year: digits / 10_000, month: digits / 100 % 100, day: digits % 100)
  }

  /// A date as people write it: 2017年5月8日, 2017/5/8, 2017.05.08, 20170508.
  public init?(loose text: String) {
    var numbers: [Substring] = text.split { !$0.isASCII || !$0.isNumber }
    if numbers.count == 1, let only = numbers.first, only.count == 8 {
      numbers = [only.prefix(4), only.dropFirst(4).prefix(2), only.suffix(2)]
    }
    guard numbers.count == 3, let year = Int(numbers[0]), let month = Int(numbers[1]), let day = Int(numbers[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// The day that is `dayNumber` days after 1970-01-01, or `nil` outside the years 1 to 9999.
  public init?(dayNumber: Int) {
    guard (-719_162...2_932_896).contains(dayNumber) else { return nil }
    // Days are counted from 0000-03-01, so that the leap day ends a year; eras are 400 years.
    let shifted = dayNumber + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    self.init(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
      day: dayOfYear - (153 * marchMonth + 2) / 5 + 1)
  }

  /// Days since 1970-01-01; negative before.
  public var dayNumber: Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = shiftedYear / 400
    let yearOfEra = shiftedYear % 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// 1 for Monday to 7 for Sunday (GB/T 7408).
  public var weekday: Int {
    // 1970-01-01 was a Thursday; the offset keeps the remainder positive in every year from 1 on.
    (dayNumber + 719_162) % 7 + 1
  }

  /// How many days it lies after `other`; negative where it lies before.
  public func days(since other: CivilDate) -> Int { dayNumber - other.dayNumber }

  /// The day `days` later (earlier when negative), or `nil` outside the years 1 to 9999.
  public func advanced(by days: Int) -> CivilDate? {
    let (number, overflow) = dayNumber.addingReportingOverflow(days)
    return overflow ? nil : CivilDate(dayNumber: number)
  }

  /// `YYYY-MM-DD`.
  public var description: String {
    String(unsafeUninitializedCapacity: 10) { bytes in
      // Every line of a list shows one: what is checked on the way takes most of the time.
      @inline(__always) func write(_ number: Int32, at start: Int) {
        let tens = number / 10
        bytes[start] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: tens)
        bytes[start &+ 1] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: number &- tens &* 10)
      }
      write(digits / 1_000_000, at: 0)
      write(digits / 10_000 % 100, at: 2)
      bytes[4] = UInt8(ascii: "-")
      write(digits / 100 % 100, at: 5)
      bytes[7] = UInt8(ascii: "-")
      write(digits % 100, at: 8)
      return 10
    }
  }

  /// 2017年5月8日, as official documents print it.
  public var chinese: String {
    // Every page shows it: to interpolate takes ten times as long.
    String(unsafeUninitializedCapacity: "9999年12月31日".utf8.count) { bytes in
      func write(_ number: Int, _ unit: StaticString, at start: Int) -> Int {
        var end = start
        var place = number < 10 ? 1 : number < 100 ? 10 : number < 1000 ? 100 : 1000
        while place > 0 {
          bytes[end] = UInt8(ascii: "0") + UInt8(number / place % 10)
          end += 1
          place /= 10
        }
        for byte in UnsafeBufferPointer(start: unit.utf8Start, count: unit.utf8CodeUnitCount) {
          bytes[end] = byte
          end += 1
        }
        return end
      }
      return write(day, "日", at: write(month, "月", at: write(year, "年", at: 0)))
    }
  }

  public static func < (a: CivilDate, b: CivilDate) -> Bool {
    a.digits < b.digits
  }

  /// 28 to 31.
  public static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  public static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }
}
