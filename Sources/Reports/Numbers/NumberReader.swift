import Diagnostics

/// Reads one cell, and says what is wrong with what is not a number.
struct NumberReader {
  let kind: NumberKind
  let unit: String?
  /// Names the cell: 表，行，列.
  let place: Text

  /// What a cell that cannot be read should hold, where that is plain.
  private struct Fault {
    let reason: Text
    let replacement: ReportNumber?
  }

  init(_ table: ReportTable, row: Int, column: Int) {
    kind = table.kind(row: row, column: column)
    unit = table.unit(row: row, column: column)
    let name = table.name(row: row, column: column)
    place = Text(zh: name, en: name)
  }

  /// - Parameters:
  ///   - text: what was written; `nil` where it is no text.
  ///   - isReplaceable: whether a number can be put in the place of `span`.
  func read(
    _ text: String?, at span: SourceSpan, isReplaceable: Bool = true, _ diagnostics: inout [Diagnostic]
  ) -> ReportNumber? {
    if let text, let number = ReportNumber(text), fits(number) { return number }
    let fault = text.map(fault) ?? Fault(reason: Text(zh: "应是一个数", en: "a single number is expected"), replacement: nil)
    let fix = fault.replacement.map { number in
      [Diagnostic.Fix(zh: "写作 \(number)", en: "write \(number)", replacement: isReplaceable ? number.description : nil)]
    }
    diagnostics.append(
      Diagnostic(
        .reportNumber, at: span, zh: "\(place.zh)：\(fault.reason.zh)", en: "\(place.en): \(fault.reason.en)",
        fixes: fix ?? [rule]))
    return nil
  }

  private func fits(_ number: ReportNumber) -> Bool {
    switch kind {
    case .count: number >= ReportNumber(0) && number.isWhole
    case .signed: number.isWhole
    case .decimal: number >= ReportNumber(0)
    case .none: false
    }
  }

  private var rule: Diagnostic.Fix {
    switch kind {
    case .count: Diagnostic.Fix(zh: "填 0 或者正整数", en: "write a whole number, 0 or more")
    case .signed: Diagnostic.Fix(zh: "填整数，减少的写负数，如 -4", en: "write a whole number, a decrease as -4")
    case .decimal:
      Diagnostic.Fix(
        zh: "只填数字，可以有小数" + (unit.map { "，单位是\($0)" } ?? ""),
        en: "write a number only, with a fraction if need be" + (unit.map { ", in \($0)" } ?? ""))
    case .none: Diagnostic.Fix(zh: "这一行是标题，不填数", en: "this row is a heading and takes no number")
    }
  }

  private func fault(_ written: String) -> Fault {
    if kind == .none {
      return Fault(reason: Text(zh: "这一行是标题，不填数", en: "this row is a heading and takes no number"), replacement: nil)
    }
    let text = Self.halfWidth(written)
    if text.isEmpty {
      return Fault(reason: Text(zh: "没有填数；没有发生的填 0", en: "no number; write 0 for none"), replacement: ReportNumber(0))
    }
    if ["/", "\\", "-", "--", "—", "——", "无", "没有", "零", "〇"].contains(text) {
      return Fault(
        reason: Text(zh: "“\(written)”不是数；没有发生的填 0", en: "“\(written)” is no number; write 0 for none"),
        replacement: ReportNumber(0))
    }
    if let number = ReportNumber(text) {
      if number < ReportNumber(0), kind != .signed {
        return Fault(reason: Text(zh: "\(text) 小于零", en: "\(text) is below zero"), replacement: nil)
      }
      if kind != .decimal, !number.isWhole {
        return Fault(reason: Text(zh: "\(text) 不是整数", en: "\(text) is not a whole number"), replacement: nil)
      }
    }
    let reason = Text(zh: "“\(written)”不是只有数字", en: "“\(written)” is not digits only")
    let number = plain(text)
    return Fault(reason: reason, replacement: number.flatMap { fits($0) ? $0 : nil })
  }

  /// What people mean by 减4, 增加2, 1,234, 3件 or 251000元.
  private func plain(_ text: String) -> ReportNumber? {
    var rest = Substring(text.filter { $0 != "," && $0 != " " })
    var isNegative = false
    for word in ["减少", "减", "增加", "增"] where rest.hasPrefix(word) {
      isNegative = word.hasPrefix("减")
      rest = rest.dropFirst(word.count)
      break
    }
    let digits = rest.prefix { $0.isASCII && $0.isNumber || $0 == "." || $0 == "-" }
    guard let number = ReportNumber(digits) else { return nil }
    let suffix = rest.dropFirst(digits.count)
    let value = isNegative ? -number.millionths : number.millionths
    switch (suffix, unit) {
    case ("元", "万元"?):
      return value % 10_000 == 0 ? ReportNumber(millionths: value / 10_000) : nil
    case ("", _): return ReportNumber(millionths: value)
    case (let suffix, let unit?) where suffix == unit: return ReportNumber(millionths: value)
    case ("件", nil), ("条", nil), ("项", nil), ("个", nil), ("宗", nil), ("起", nil):
      return ReportNumber(millionths: value)
    default: return nil
    }
  }

  /// Full-width digits and signs as ASCII, without the spaces round them.
  private static func halfWidth(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if (0xFF01...0xFF5E).contains(scalar.value), let half = Unicode.Scalar(scalar.value - 0xFEE0) {
        out.append(half)
      } else if scalar != " ", scalar != "\u{3000}" {
        out.append(scalar)
      }
    }
    return String(out)
  }
}

extension DiagnosticKind {
  static let reportNumber = DiagnosticKind(
    "report.number", .error, zh: "统计表里填的不是合适的数", en: "not a fitting number in the tables")
}
