/// A number of a report, exact to a millionth: fees are given in 万元, to the fen.
public struct ReportNumber: Sendable, Hashable, Comparable, CustomStringConvertible {
  public let millionths: Int

  /// More digits than any count or fee has; it keeps sums from overflowing.
  private static let maximumDigits = 11

  public init(_ value: Int) { millionths = value * 1_000_000 }

  init(millionths: Int) { self.millionths = millionths }

  /// ASCII digits with an optional sign and fraction, nothing else.
  init?(_ text: some StringProtocol) {
    var digits = Substring(text)
    let isNegative = digits.hasPrefix("-")
    if isNegative || digits.hasPrefix("+") { digits = digits.dropFirst() }
    let parts = digits.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let whole = parts.first, (1...Self.maximumDigits).contains(whole.utf8.count) else { return nil }
    let fraction = parts.count == 2 ? parts[1] : "0"
    guard (1...6).contains(fraction.utf8.count) else { return nil }
    let padded = whole + fraction + String(repeating: "0", count: 6 - fraction.utf8.count)
    guard padded.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }), let value = Int(padded)
    else { return nil }
    millionths = isNegative ? -value : value
  }

  var isWhole: Bool { millionths % 1_000_000 == 0 }

  /// Without needless zeros: `12`, `25.1`, `-3`.
  public var description: String {
    let (whole, rest) = millionths.magnitude.quotientAndRemainder(dividingBy: 1_000_000)
    var text = (millionths < 0 ? "-" : "") + String(whole)
    guard rest > 0 else { return text }
    var fraction = String(rest)
    fraction = String(repeating: "0", count: 6 - fraction.count) + fraction
    while fraction.last == "0" { fraction.removeLast() }
    text += "." + fraction
    return text
  }

  public static func < (a: ReportNumber, b: ReportNumber) -> Bool { a.millionths < b.millionths }
  static func + (a: ReportNumber, b: ReportNumber) -> ReportNumber {
    ReportNumber(millionths: a.millionths + b.millionths)
  }
  static func - (a: ReportNumber, b: ReportNumber) -> ReportNumber {
    ReportNumber(millionths: a.millionths - b.millionths)
  }
}
