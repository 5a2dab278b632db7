import Diagnostics
import Inspection
import YAML

/// How the site's index numbers are made.
public enum IndexNumberSetting: Int, FieldKey {
  case pattern, unit

  public static let table = FieldTable(
    "index-number",
    [
      Field(
        "pattern", "形式", .text,
        zh: "花括号里是 org（组织机构代码）、credit（统一社会信用代码）、unit:位数、year、month、serial:位数；不写时用国家形式",
        en: "literal text and {org}, {credit}, {unit:N}, {year}, {month}, {serial:N}; the national form when absent",
        example: "{org}/{year}-{serial:5}"),
      Field(
        "unit", "机构代码", .text, zh: "编号开头的机构代码，新建条目时用", en: "code that new numbers begin with", example: "000014349"),
    ])
}

extension SiteSettings {
  mutating func readIndexNumbers(_ reader: inout FieldReader<SettingField>) {
    guard var nested = reader.record(.indexNumbers, as: IndexNumberSetting.self) else { return }
    let pattern = nested.text(.pattern)
    let unit = nested.text(.unit)
    reader.absorb(nested.diagnostics)
    if let pattern, let span = nested.span(.pattern) {
      do {
        indexNumbers = try IndexNumberPattern(pattern)
      } catch {
        reader.absorb([malformed(error.text, at: span)])
        return
      }
    }
    guard let unit, let span = nested.span(.unit) else { return }
    let found = fault(ofCode: unit, at: span)
    reader.absorb(found)
    if found.isEmpty { indexNumberUnit = unit }
  }

  /// What is wrong with a code that index numbers are to begin with.
  func fault(ofCode unit: String, at span: SourceSpan) -> [Diagnostic] {
    // Any serial will do: whether the code fits is the question.
    let number = IndexNumber(unit: unit, year: 2000, month: 1, serial: 1)
    guard !indexNumbers.hasUnit || indexNumbers.format(number) == nil else { return [] }
    let text = Text(
      zh: "“\(unit)”不是形式“\(indexNumbers)”里的机构代码", en: "“\(unit)” is no code for the form “\(indexNumbers)”")
    return [malformed(text, at: span)]
  }

  private func malformed(_ text: Text, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .wrongIndexNumberSetting, at: span, zh: text.zh, en: text.en,
      fixes: [
        .init(zh: "国家形式写作“\(IndexNumberPattern.national)”", en: "the national form is “\(IndexNumberPattern.national)”")
      ])
  }
}

extension IndexNumberPattern.Mistake {
  fileprivate var text: Text {
    switch self {
    case .unclosedBrace: Text(zh: "花括号不成对", en: "a brace has no partner")
    case .unknownField(let name): Text(zh: "没有“{\(name)}”这一项", en: "there is no field “{\(name)}”")
    case .missingField(let name): Text(zh: "索引号的形式里缺少“{\(name)}”", en: "the form lacks “{\(name)}”")
    case .repeatedField(let name): Text(zh: "“{\(name)}”写了两次", en: "“{\(name)}” is written twice")
    }
  }
}

extension DiagnosticKind {
  static let wrongIndexNumberSetting = DiagnosticKind(
    "index-number.setting", .error, fatal: true, zh: "索引号的设置不对", en: "wrong setting for index numbers")
}
