import Diagnostics
import Disclosure
import Inspection

extension DiagnosticKind {
  static let malformedDocumentNumber = DiagnosticKind(
    "document-number.form", .warning, zh: "发文字号的写法不规范", en: "document number is not in the standard form")
}

/// A document number is the organ's characters, the year in 〔〕, the serial and 号: the form in use.
enum DocumentNumberRule {
  static func check(_ document: Document, _ diagnostics: inout [Diagnostic]) {
    guard let text = document.documentNumber else { return }
    do {
      let reading = try DocumentNumber.read(text)
      guard !reading.corrections.isEmpty else { return }
      let standard = reading.number.description
      let faults = reading.corrections.map(\.text)
      report(
        document, zh: "发文字号应写作“\(standard)”：\(faults.map(\.zh).joined(separator: "、"))",
        en: "the document number should be “\(standard)”: \(faults.map(\.en).joined(separator: ", "))",
        fix: .init(zh: "改为“\(standard)”", en: "write “\(standard)”", replacement: standard), &diagnostics)
    } catch {
      let reason = error.text
      report(
        document, zh: "发文字号\(reason.zh)", en: "in the document number, \(reason.en)",
        fix: .init(
          zh: "写作“机关代字〔年份〕顺序号号”，如“峄科字〔2017〕12号”；没有文号的删去这个字段",
          en: "write it as “峄科字〔2017〕12号”; leave the field out where there is no number"), &diagnostics)
    }
  }

  private static func report(
    _ document: Document, zh: String, en: String, fix: Diagnostic.Fix, _ diagnostics: inout [Diagnostic]
  ) {
    diagnostics.append(
      Diagnostic(.malformedDocumentNumber, at: document.span(.documentNumber), zh: zh, en: en, fixes: [fix]))
  }
}

extension DocumentNumber.Correction {
  fileprivate var text: Text {
    switch self {
    case .brackets: Text(zh: "年份用六角括号〔〕", en: "the year stands in 〔〕")
    case .leadingZeros: Text(zh: "顺序号前不写零", en: "no zeros before the serial")
    case .ordinal: Text(zh: "顺序号前不写“第”", en: "no 第 before the serial")
    case .spaces: Text(zh: "不留空格", en: "no spaces")
    case .fullWidthDigits: Text(zh: "数字用半角", en: "plain digits")
    }
  }
}

extension DocumentNumber.Mistake {
  fileprivate var text: Text {
    switch self {
    case .noOrgan: Text(zh: "没有机关代字", en: "the organ's characters are missing")
    case .noBrackets: Text(zh: "没有完整的括号〔〕", en: "there is no pair of brackets 〔〕")
    case .year: Text(zh: "的年份不是四位数字", en: "the year is not four digits")
    case .noSerial: Text(zh: "没有顺序号", en: "the serial is missing")
    case .ending: Text(zh: "没有以“号”结尾", en: "号 is missing at the end")
    }
  }
}
