import Disclosure
import Taxonomy

extension ModelBuilder {
  func entry(_ position: Int, _ text: DocumentText, _ url: RelativeURL) -> EntryPage {
    let document = catalog.documents[position]
    let section = plan.section(of: position)
    let (newer, older) = plan.neighbours(of: position)
    let path = plan.permalinks[position]
    let status = status(document)
    let page = head(
      document.title, path: path, description: text.summary, column: .entry,
      trail: columnLink(.entry, in: section, url), in: section, url)
    return EntryPage(
      site: site(url, current: .entry, in: section),
      page: page.with(structuredData: structuredData(of: position, url: page.canonical)),
      title: document.title, fields: fields(document, url), status: status, isEnded: isEnded(document),
      successors: status == nil ? [] : successors(document, url),
      isListedOnly: document.publication == .listed, applyURL: applyURL(document, section, url), body: text.html,
      contents: headings(text), attachments: attachments(position, text, url), relations: relations(position, url),
      changes: changes(position, url), revised: plan.revisionDates[document.path]?.description,
      citation: citation(document, page.canonical), standardCitation: standardCitation(document, page.canonical),
      newer: newer.map { link($0, url) }, older: older.map { link($0, url) },
      publicationDate: document.date?.description,
      source: shown(document, .source) ?? terms.name(document.publisher, of: .publisher),
      keywords: document.keywords.isEmpty ? nil : document.keywords.joined(separator: ","))
  }

  func article(_ position: Int, _ text: DocumentText, _ url: RelativeURL) -> ArticlePage {
    let document = catalog.documents[position]
    let path = plan.permalinks[position]
    let section = plan.section(of: position)
    let isTop = path.hasSuffix("/index.html") || document.kind == .page
    let numbers = plan.numbers[position]
    let report = numbers.map { ReportBody(text, $0) }
    return ArticlePage(
      site: site(url, current: document.kind, in: section),
      page: head(
        document.title, path: path, description: text.summary, column: document.kind,
        trail: isTop ? [] : columnLink(document.kind, in: section, url), in: section, url),
      title: document.title, body: report?.html ?? text.html, contents: headings(text),
      attachments: attachments(position, text, url), contact: document.contact.map(ContactModel.init),
      period: document.period.map { "\($0.start.chinese)至\($0.end.chinese)" },
      statistics: report.flatMap { $0.annex.isEmpty ? nil : $0.annex },
      downloads: numbers.map { statistics in
        let path = "\(section.folder)reports/\(statistics.year)"
        return [("CSV", "csv", statistics.csv()), ("JSON", "json", statistics.json())].map { format, suffix, bytes in
          LinkModel(title: "\(format)（\(Self.size(bytes.count))）", url: url("\(path).\(suffix)"))
        }
      } ?? [],
      comparison: numbers.flatMap { _ in comparison(section, url) },
      applicationForm: document.kind == .apply ? section.applicationForm.map { url($0) } : nil,
      revised: plan.revisionDates[document.path]?.description, publicationDate: document.date?.description,
      source: terms.name(document.publisher, of: .publisher) ?? section.organ?.name ?? settings.organization)
  }

  /// The organ's form, or the host's where it has none of its own; the form's script fills in the index number.
  private func applyURL(_ document: Document, _ section: SiteSection, _ url: RelativeURL) -> String? {
    guard let form = section.applicationForm ?? plan.root.applicationForm else { return nil }
    return url(form) + (document.indexNumber.map { "?" + RelativeURL.encoded($0) } ?? "")
  }

  /// The metadata box, in the order of the registry, with its labels.
  private func fields(_ document: Document, _ url: RelativeURL) -> [FieldModel] {
    var fields: [FieldModel] = []
    fields.reserveCapacity(16)
    func plain(_ field: DocumentField, _ value: consuming String?) {
      if let value { fields.append(FieldModel(label: terms.label(of: field), value: value)) }
    }
    func linked(_ field: DocumentField, _ ordinal: Int?) {
      guard let value = terms.name(ordinal, of: field) else { return }
      let address = terms.address(ordinal, of: field).map { url.to($0) }
      fields.append(FieldModel(label: terms.label(of: field), value: value, url: address))
    }
    plain(.indexNumber, document.indexNumber)
    linked(.publisher, document.publisher)
    plain(.documentNumber, document.documentNumber)
    plain(.dateCreated, document.dateCreated?.description)
    plain(.datePublished, document.datePublished?.description)
    plain(.dateEffective, document.dateEffective?.description)
    plain(.dateRepealed, document.dateRepealed?.description)
    plain(.validThrough, document.validThrough?.description)
    linked(.theme, document.theme)
    linked(.genre, document.genre)
    for category in document.statutory { linked(.statutory, category) }
    linked(.validity, document.validity)
    linked(.department, document.department)
    plain(.keywords, document.keywords.isEmpty ? nil : document.keywords.joined(separator: "、"))
    plain(.summary, document.summary)
    if !document.shown.isEmpty { for field in DocumentField.shownAsWritten { plain(field, shown(document, field)) } }
    return fields
  }

  private func shown(_ document: Document, _ field: DocumentField) -> String? {
    let texts = document.shown.lazy.filter { $0.field == field }.map(\.text)
    return texts.isEmpty ? nil : texts.joined(separator: "、")
  }

  private func status(_ document: Document) -> String? {
    guard let validity = document.validity else { return nil }
    var until: String {
      document.dateRepealed.map { "（\($0.chinese)起）" } ?? document.validThrough.map { "（有效期至\($0.chinese)）" } ?? ""
    }
    switch terms.validityCodes[validity] {
    case "lapsed": return "本件已经失效\(until)，页面保留供查阅。"
    case "repealed": return "本件已经废止\(until)，页面保留供查阅。"
    case "amended": return "本件已经修改，请以修改后的文本为准。"
    case "partly-in-force": return "本件部分内容已经失效。"
    case "pending": return "本件尚未生效\(document.dateEffective.map { "（\($0.chinese)起施行）" } ?? "")。"
    default: return nil
    }
  }

  /// The documents readers are to turn to instead of one that is no longer in force as it stands.
  private func successors(_ document: Document, _ url: RelativeURL) -> [RelationModel] {
    incoming(document).filter { $0.kind.endsTarget || $0.kind == .amends }.map { kind, other in
      RelationModel(
        label: kind.label, title: catalog.documents[other].title, url: url.to(plan.addresses[other]),
        isEnded: isEnded(catalog.documents[other]))
    }
  }

  private func headings(_ text: DocumentText) -> [HeadingModel] {
    let top = text.headings.map(\.level).min() ?? 0
    return text.headings.filter { $0.level <= top + 1 }.map {
      HeadingModel(title: $0.title, id: $0.id, isNested: $0.level > top)
    }
  }

  private func attachments(_ position: Int, _ text: DocumentText, _ url: RelativeURL) -> [AttachmentModel] {
    zip(plan.attachments[position], text.attachmentHashes).map { attachment, sha256 in
      let suffix = attachment.output.lastIndex(of: ".").map { attachment.output[attachment.output.index(after: $0)...] }
      return AttachmentModel(
        name: attachment.name, url: url(attachment.output), type: suffix.map { $0.uppercased() } ?? "文件",
        size: Self.size(attachment.file.size), sha256: sha256)
    }
  }

  static func size(_ bytes: Int) -> String {
    switch bytes {
    case ..<1024: "\(bytes) 字节"
    case ..<(1 << 20): "\((bytes + 1023) >> 10) KB"
    default: "\((bytes + (1 << 20) - 1) >> 20) MB"
    }
  }

  /// What the document says of others, then what others say of it.
  private func relations(_ position: Int, _ url: RelativeURL) -> [RelationModel] {
    let document = catalog.documents[position]
    let own = document.relations.map { relation in
      let other = catalog.position(ofIndexNumber: relation.target.value)
      return RelationModel(
        label: relation.kind.label, title: other.map { catalog.documents[$0].title } ?? "未公开的文件",
        url: other.map { url.to(plan.addresses[$0]) },
        isEnded: other.map { isEnded(catalog.documents[$0]) } ?? false)
    }
    return own
      + incoming(document).map { kind, other in
        RelationModel(
          label: kind.reverseLabel, title: catalog.documents[other].title, url: url.to(plan.addresses[other]),
          isEnded: isEnded(catalog.documents[other]))
      }
  }

  private func incoming(_ document: Document) -> [(kind: Relation.Kind, from: Int)] {
    // Where no document points to another, no number need be looked up.
    guard !plan.incoming.isEmpty, let number = document.indexNumber else { return [] }
    return plan.incoming[number] ?? []
  }

  /// 公布、更新、废止, the latest first.
  private func changes(_ position: Int, _ url: RelativeURL) -> [ChangeModel] {
    guard !catalog.documents[position].changes.isEmpty else { return [] }
    return ChangeLog(catalog).changes(of: position).sorted().map { model($0, url) }
  }
}
