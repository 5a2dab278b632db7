import Diagnostics
import Taxonomy
import YAML

extension SiteSettings {
  /// Folders of the output that are the site's own.
  private static let reservedCodes = Set(
    DocumentKind.allCases.map(\.folder) + ["assessment", "assets", "d", "data", "repealed", "search"])

  /// `行政机关: [{代码, 名称, …}]`. Each is a publisher too.
  mutating func readOrgans(_ reader: inout FieldReader<SettingField>) {
    var publishers = taxonomy["publisher"] ?? Vocabulary(code: "publisher", label: SettingField.publishers.field.label)
    for nested in reader.records(.organs, as: OrganField.self) {
      var nested = nested
      let organ = Organ(&nested)
      reader.absorb(nested.diagnostics)
      let span = nested.span(.code) ?? SourceSpan(path: nested.path, range: nested.range)
      guard let organ else {
        reader.absorb([
          Diagnostic(
            .invalidOrgan, at: span, zh: "机关要有“代码”和“名称”", en: "an organ needs a code (“代码”) and a name (“名称”)")
        ])
        continue
      }
      if let fault = fault(of: organ, among: publishers) {
        reader.absorb([
          Diagnostic(
            .invalidOrgan, at: span, zh: "代码“\(organ.code)”\(fault.zh)", en: "the code “\(organ.code)” \(fault.en)")
        ])
        continue
      }
      if indexNumbers.hasUnit, let code = organ.organizationCode, let span = nested.span(.organizationCode) {
        reader.absorb(fault(ofCode: code, at: span))
      }
      organs.append(organ)
      if publishers.ordinal(of: organ.name) == nil {
        publishers.add(Term(code: organ.code, name: organ.name, aliases: organ.aliases))
      }
    }
    taxonomy.add(publishers)
  }

  private func fault(of organ: Organ, among publishers: Vocabulary) -> Text? {
    let code = organ.code
    if code.isEmpty || !code.utf8.allSatisfy(\.isSafeInAddress) || code != code.lowercased() {
      return Text(zh: "只能用小写字母、数字和连字符", en: "takes only lower-case letters, digits and hyphens")
    }
    if Self.reservedCodes.contains(code) {
      return Text(zh: "是本站固定文件夹的名字，请另取一个", en: "names a folder of the site's own; choose another")
    }
    if organs.contains(where: { $0.code == code }) {
      return Text(zh: "已经是另一个机关的", en: "is another organ's already")
    }
    if let other = publishers.ordinal(of: code), other != publishers.ordinal(of: organ.name) {
      let name = publishers.terms[other].name
      return Text(zh: "在“发布机构”里是“\(name)”的", en: "is that of “\(name)” among the publishers")
    }
    return nil
  }
}

extension Organ {
  fileprivate init?(_ reader: inout FieldReader<OrganField>) {
    let (code, name) = (reader.text(.code), reader.text(.name))
    aliases = reader.texts(.aliases).map(\.value)
    organizationCode = reader.text(.organizationCode)
    var contact: Contact?
    if var nested = reader.record(.contact, as: ContactField.self) {
      contact = Contact(&nested)
      reader.absorb(nested.diagnostics)
    }
    self.contact = contact
    let type = reader.choice(.organType).flatMap(ReportDeadline.OrganType.init)
    reportDeadline = ReportDeadline(organType: type, name: name ?? "", local: reader.monthDay(.reportDue))
    guard let code, let name else { return nil }
    self.code = code
    self.name = name
  }
}
