import Diagnostics

/// Dates that cannot be meant as written: 202020年, 201711日, 2017年13月.
public enum MalformedDates {
  /// Too many digits before 年, 月 or 日, and months and days that do not exist.
  ///
  /// - Parameters:
  ///   - text: Markdown or plain text.
  ///   - offset: where `text` begins in the file at `path`.
  public static func check(_ text: UnsafeBufferPointer<UInt8>, offset: Int = 0, path: String) -> [Diagnostic] {
    var found: [Diagnostic] = []
    var digits = 0..<0
    var i = 0
    while i < text.count {
      if isDigit(text[i]) {
        digits = digits.upperBound == i ? digits.lowerBound..<i + 1 : i..<i + 1
      } else if digits.upperBound == i, !digits.isEmpty, let unit = unit(text, at: i), !unit.holds(text, digits) {
        found.append(fault(text, digits, unit, offset: offset, path: path))
      }
      i += 1
    }
    return found
  }

  fileprivate enum Unit {
    case year, month, day

    /// The unit that comes before it in a date.
    var before: Unit? {
      switch self {
      case .year: nil
      case .month: .year
      case .day: .month
      }
    }

    /// 60日 and 18月 alone are spans of time; after 月 or 年 they are part of a date.
    func holds(_ text: UnsafeBufferPointer<UInt8>, _ digits: Range<Int>) -> Bool {
      guard digits.count <= 4 else { return false }
      guard let before, digits.lowerBound >= 3, MalformedDates.unit(text, at: digits.lowerBound - 3) == before else {
        return true
      }
      let value = digits.reduce(0) { $0 * 10 + Int(text[$1] - UInt8(ascii: "0")) }
      return (1...(self == .month ? 12 : 31)).contains(value)
    }
  }

  /// 年, 月 or 日 in UTF-8.
  fileprivate static func unit(_ text: UnsafeBufferPointer<UInt8>, at i: Int) -> Unit? {
    guard i + 2 < text.count else { return nil }
    switch (text[i], text[i + 1], text[i + 2]) {
    case (0xE5, 0xB9, 0xB4): return .year
    case (0xE6, 0x9C, 0x88): return .month
    case (0xE6, 0x97, 0xA5): return .day
    default: return nil
    }
  }

  private static func fault(
    _ text: UnsafeBufferPointer<UInt8>, _ digits: Range<Int>, _ unit: Unit, offset: Int, path: String
  ) -> Diagnostic {
    let range = digits.lowerBound..<digits.upperBound + 3
    let written = String(decoding: UnsafeBufferPointer(rebasing: text[range]), as: UTF8.self)
    return Diagnostic(
      .reportDate, at: SourceSpan(path: path, range: ByteRange(range).shifted(by: offset)),
      zh: "“\(written)”不是日期", en: "“\(written)” is no date",
      fixes: [.init(zh: "核对年、月、日", en: "check year, month and day")])
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}

extension DiagnosticKind {
  static let reportDate = DiagnosticKind("report.date", .error, zh: "报告里的日期写错了", en: "a malformed date in the report")
}
