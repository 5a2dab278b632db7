import Diagnostics
import Disclosure
import Inspection

extension DiagnosticKind {
  static let malformedIndexNumber = DiagnosticKind(
    "index-number.form", .warning, zh: "索引号不合规定的形式", en: "index number is not in the site's form")
}

/// Index numbers have the site's form; the national one is organization code, year and serial
/// (政府信息公开目录系统实施指引（试行）).
struct IndexNumberRule: Sendable {
  let pattern: IndexNumberPattern

  func check(_ document: Document, _ diagnostics: inout [Diagnostic]) {
    guard let number = document.indexNumber else { return }
    do {
      _ = try pattern.parse(number)
    } catch {
      let reason = error.reason.text
      diagnostics.append(
        Diagnostic(
          .malformedIndexNumber, at: document.span(.indexNumber), zh: "索引号\(reason.zh)",
          en: "in the index number, \(reason.en)",
          notes: [.init(zh: "规定的形式是“\(pattern)”", en: "the form is “\(pattern)”")],
          fixes: [
            .init(
              zh: "还没有公布的，改正编号；已经公布的编号不再改变",
              en: "correct it unless it has been published: published numbers never change")
          ]))
    }
  }
}

extension IndexNumber.Mistake.Reason {
  fileprivate var text: Text {
    switch self {
    case .form: Text(zh: "不是规定的形式", en: "the form is not the site's")
    case .checkCharacter(let expected?):
      Text(
        zh: "的机构代码不对，校验码应为“\(expected)”",
        en: "the organization code is wrong; its check character would be “\(expected)”")
    case .checkCharacter(nil): Text(zh: "的机构代码不对", en: "the organization code is wrong")
    case .year: Text(zh: "的年份不对", en: "the year is wrong")
    case .month: Text(zh: "的月份不对", en: "the month is wrong")
    case .serial: Text(zh: "的顺序号应从 1 开始", en: "the serial must count from 1")
    }
  }
}
