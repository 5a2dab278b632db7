/// The index number after those a site has.
public enum NextIndexNumber {
  /// The highest serial of `year` plus one, in the form most of `existing` have; `nil` when none has a year and a
  /// serial to count from.
  public static func after(_ existing: [String], year: Int) -> String? {
    let numbers = existing.compactMap(Parts.init)
    let forms = Dictionary(grouping: numbers) { [$0.unit, $0.separator, String($0.width)] }
    let usual = forms.max { a, b in (a.value.count, b.key.joined()) < (b.value.count, a.key.joined()) }
    guard let form = usual?.value.first else { return nil }
    let taken = numbers.filter { $0.unit == form.unit && $0.year == year }.map(\.serial)
    let serial = String((taken.max() ?? 0) + 1)
    let padding = String(repeating: "0", count: max(0, form.width - serial.count))
    return "\(form.unit)\(year)\(form.separator)\(padding)\(serial)"
  }

  /// `000000000/2017-00012`: whatever stands before the year, the year, what separates them, the serial.
  private struct Parts {
    let unit: String
    let year: Int
    let separator: String
    let serial: Int
    let width: Int

    init?(_ text: String) {
      let digits = text.reversed().prefix { $0.isASCII && $0.isNumber }.count
      let rest = text.dropLast(digits)
      let separator = String(rest.reversed().prefix { !($0.isASCII && $0.isNumber) }.reversed())
      let yearText = rest.dropLast(separator.count).suffix(4)
      guard digits > 0, digits < 10, !separator.isEmpty, let serial = Int(text.suffix(digits)),
        let year = Int(yearText), (1949...2099).contains(year)
      else { return nil }
      unit = String(rest.dropLast(separator.count + 4))
      self.year = year
      self.separator = separator
      self.serial = serial
      width = digits
    }
  }
}
