import Diagnostics
import YAML

/// Settings that inspectors ask for, or that say how strict the site is with itself.
extension SiteSettings {
  mutating func readInspection(_ reader: inout FieldReader<SettingField>) {
    allowedHosts = reader.has(.allowedLinks) ? reader.texts(.allowedLinks).map(\.value) : nil
    readColumnAges(&reader)
    for (field, value, identifier) in [
      (SettingField.siteCode, siteCode, SiteIdentifier.siteCode), (.recordNumber, recordNumber, .recordNumber),
      (.policeNumber, policeNumber, .policeNumber),
    ] {
      guard let value, let span = reader.span(field), !identifier.matches(value) else { continue }
      reader.absorb([
        Diagnostic(
          .wrongIdentifier, at: span, zh: "“\(field.field.label)”不是\(identifier.form.zh)",
          en: "“\(field.field.label)” is not \(identifier.form.en)",
          fixes: [.init(zh: "写成“\(identifier.example)”的样子", en: "write it like “\(identifier.example)”")])
      ])
    }
  }

  /// `更新期限: {法定主动公开内容: 180}`: days by column.
  private mutating func readColumnAges(_ reader: inout FieldReader<SettingField>) {
    guard let node = reader.node(.columnAges) else { return }
    let pairs: [YAMLNode.Pair] = if case .mapping(let pairs) = node.content { pairs } else { [] }
    for pair in pairs {
      let name = pair.key.scalar ?? ""
      let kind = DocumentKind.allCases.first { $0.label == name || $0.folder == name }
      let days = pair.value.scalar.flatMap { Int($0) }
      if let kind, let days, days > 0 {
        columnAges[kind] = days
      } else {
        let labels = DocumentKind.allCases.filter(\.isColumn).map(\.label)
        let fix = kind == nil ? NearMiss.best(for: name, among: labels).map { [Diagnostic.Fix.didYouMean($0)] } : nil
        reader.absorb([
          Diagnostic(
            .wrongType, at: SourceSpan(path: reader.path, range: (kind == nil ? pair.key : pair.value).range),
            zh: "“更新期限”写作“栏目: 天数”", en: "“更新期限” takes “column: days”", fixes: fix ?? [])
        ])
      }
    }
  }
}

/// The numbers at the foot of every government site (政府网站发展指引).
private enum SiteIdentifier {
  case siteCode, recordNumber, policeNumber

  var form: Text {
    switch self {
    case .siteCode: Text(zh: "10 位数字", en: "10 digits")
    case .recordNumber: Text(zh: "ICP 备案号", en: "an ICP record number")
    case .policeNumber: Text(zh: "公安备案号", en: "a public security record number")
    }
  }

  var example: String {
    switch self {
    case .siteCode: "3704040001"
    case .recordNumber: "鲁ICP备00000000号-1"
    case .policeNumber: "鲁公网安备37040400000000号"
    }
  }

  func matches(_ text: String) -> Bool {
    switch self {
    case .siteCode: text.utf8.count == 10 && text.utf8.allSatisfy(\.isDigit)
    case .recordNumber: text.wholeMatch(of: /\p{Han}ICP[备证]\s?[0-9]{6,10}号(-[0-9]{1,4})?/) != nil
    case .policeNumber: text.wholeMatch(of: /\p{Han}公网安备\s?[0-9]{14}号?/) != nil
    }
  }
}

extension UInt8 {
  fileprivate var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
}

extension DiagnosticKind {
  static let wrongIdentifier = DiagnosticKind(
    "site.identifier", .warning, zh: "网站标识的写法不对", en: "an identifier of the site is malformed")
}
