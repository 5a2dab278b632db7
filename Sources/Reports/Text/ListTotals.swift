import Diagnostics
import Inspection

/// Lists in the text whose parts do not add up: 共12条，其中网站5条、公报6条.
enum ListTotals {
  static func check(_ text: ReportText) -> [Diagnostic] {
    UnbalancedList.lists(in: text.bytes.span).map { list in
      let parts = list.parts.map(String.init).joined(separator: "＋")
      var diagnostic = Diagnostic(
        .reportListTotal, at: text.span(list.range),
        zh: "共 \(list.total) \(list.unit)，所列各项 \(parts)＝\(list.sum)，不相等",
        en: "\(list.total) \(list.unit) in all, but the parts given are \(parts)＝\(list.sum)",
        fixes: [.init(zh: "核对各项；只举出一部分的，写明其余多少", en: "check the parts; where only some are named, give the rest")])
      // Less may only mean that the sentence names some of them; more cannot be.
      if list.sum < list.total { diagnostic.severity = .note }
      return diagnostic
    }
  }
}

extension DiagnosticKind {
  static let reportListTotal = DiagnosticKind(
    "report.list-total", .warning, zh: "文字里所列各项之和不等于总数", en: "a list in the text does not add up")
}
