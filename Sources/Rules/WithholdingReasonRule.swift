import Diagnostics
import Disclosure

extension DiagnosticKind {
  static let missingWithholdingReason = DiagnosticKind(
    "withholding.no-reason", .warning, zh: "没有写不予公开的理由", en: "no reason given for withholding")
}

/// What is not actively disclosed has a reason (政府信息公开条例, 2019, Art. 13 to 16).
enum WithholdingReasonRule {
  static func check(_ document: Document, _ diagnostics: inout [Diagnostic]) {
    guard let mode = document.disclosure, mode != .active,
      document.spans[.withholdingReason] == nil
    else { return }
    let label = mode == .withheld ? "不予公开" : "依申请公开"
    diagnostics.append(
      Diagnostic(
        .missingWithholdingReason, at: document.span(.disclosure), zh: "“\(label)”的信息应当写明“不予公开理由”",
        en: "what is “\(label)” needs a reason (“不予公开理由”)",
        fixes: [.init(zh: "加一行“不予公开理由: 属于四类过程性信息”等", en: "add a line such as “不予公开理由: 属于四类过程性信息”")]))
  }
}
