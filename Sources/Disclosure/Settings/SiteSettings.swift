import Diagnostics
import Inspection
import Taxonomy
import YAML

/// What `site.yml` says, and the taxonomy that follows from it.
public struct SiteSettings: Sendable {
  public var title = "政府信息公开"
  public var siteName = ""
  public var description = ""
  /// With a trailing slash; only feeds, the sitemap and canonical addresses use it.
  public var baseURL = ""
  public var theme = "default"
  public var organization = ""
  public var siteCode: String?
  public var recordNumber: String?
  public var policeNumber: String?
  public var contact: Contact?
  /// Files with the portal's header and footer, relative to the site's folder.
  public var headerFile: Located<String>?
  public var footerFile: Located<String>?
  /// Whether pages tell when their document was last changed in git.
  public var showsRevisionDates = false
  public var taxonomy = Taxonomy([])
  public var indexNumbers = IndexNumberPattern.national
  /// The code that new index numbers begin with.
  public var indexNumberUnit: String?
  /// As written; which rules there are and which may change is not known in this room.
  public var ruleLevels: [RuleLevel] = []
  /// How personal data is masked, in messages and when asked to mask it.
  public var masking = MaskingRule.narrow
  /// Labels in place of the official ones.
  public internal(set) var fieldLabels: [DocumentField: String] = [:]
  /// Required fields in place of the default ones.
  public var requiredFields: [DocumentKind: [DocumentField]] = [:]
  /// Days within which a column is to be updated; no limit for those that are absent.
  public var columnAges: [DocumentKind: Int] = [:]
  /// Hosts that texts may link to; `nil` where nobody has restricted them.
  public var allowedHosts: [String]?
  /// The organs with a folder of their own, in the site's order; none where the site serves its host alone.
  public var organs: [Organ] = []
  /// Of the host's own yearly reports.
  public var reportDeadline = ReportDeadline(organType: nil, name: "")
  public var holidays = PublicHolidays()
  public var search = SearchSettings()

  public init() {}

  /// Reads `site.yml` and the vocabularies of `taxonomy/`.
  public static func read(
    _ bytes: UnsafeBufferPointer<UInt8>, path: String, vocabularies: [Vocabulary], _ diagnostics: inout [Diagnostic]
  ) -> SiteSettings {
    var settings = SiteSettings()
    settings.taxonomy = .builtIn
    vocabularies.forEach { settings.taxonomy.add($0) }
    settings.holidays = .builtIn
    guard SourceCheck.accepts(bytes, path: path, &diagnostics) else { return settings }
    let before = diagnostics.count
    let node = YAMLParser.parse(bytes, path: path, diagnostics: &diagnostics)
    guard diagnostics.count == before else { return settings }
    var reader = FieldReader<SettingField>(node, path: path)
    settings.readTexts(&reader)
    settings.readIndexNumbers(&reader)
    settings.readOrganizations(&reader)
    settings.readOrgans(&reader)
    settings.readDates(&reader)
    settings.readAdditions(&reader)
    settings.readSearch(&reader)
    settings.readInspection(&reader)
    settings.readFieldLabels(&reader)
    settings.readRequiredFields(&reader)
    settings.ruleLevels = RuleLevel.read(&reader)
    settings.masking = reader.choice(.masking).flatMap(MaskingRule.init) ?? .narrow
    diagnostics += reader.diagnostics
    for field in [SettingField.siteName, .baseURL, .organization] where reader.node(field) == nil {
      let label = field.field.label
      diagnostics.append(
        Diagnostic(
          .missingSettings, at: SourceSpan(path: path), zh: "缺少“\(label)”",
          en: "“\(label)” (\(field.field.key)) is missing",
          fixes: [
            .init(zh: "加一行“\(label): \(field.field.example)”", en: "add a line “\(label): \(field.field.example)”")
          ]))
    }
    return settings
  }

  private mutating func readTexts(_ reader: inout FieldReader<SettingField>) {
    title = reader.text(.title) ?? title
    siteName = reader.text(.siteName) ?? ""
    description = reader.text(.description) ?? ""
    baseURL = reader.text(.baseURL) ?? ""
    if !baseURL.hasSuffix("/") { baseURL += "/" }
    theme = reader.text(.theme) ?? theme
    organization = reader.text(.organization) ?? ""
    siteCode = reader.text(.siteCode)
    recordNumber = reader.text(.recordNumber)
    policeNumber = reader.text(.policeNumber)
    headerFile = reader.texts(.headerFile).first
    footerFile = reader.texts(.footerFile).first
    showsRevisionDates = reader.flag(.revisionDates) ?? false
    if var nested = reader.record(.contact, as: ContactField.self) {
      contact = Contact(&nested)
      reader.absorb(nested.diagnostics)
    }
  }

  private mutating func readDates(_ reader: inout FieldReader<SettingField>) {
    let type = reader.choice(.organType).flatMap(ReportDeadline.OrganType.init)
    reportDeadline = ReportDeadline(organType: type, name: organization, local: reader.monthDay(.reportDue))
    var found: [Diagnostic] = []
    holidays.add(reader.records(.holidays, as: HolidayField.self), &found)
    reader.absorb(found)
  }

  private mutating func readOrganizations(_ reader: inout FieldReader<SettingField>) {
    for (field, code) in [(SettingField.publishers, "publisher"), (.departments, "department")] {
      var vocabulary = Vocabulary(code: code, label: field.field.label)
      var found: [Diagnostic] = []
      VocabularyReader.add(reader.records(field, as: TermKey.self), to: &vocabulary, &found)
      reader.absorb(found)
      taxonomy.add(vocabulary)
    }
  }

  /// `分类词表: {体裁分类: [{代码, 名称}]}`: terms for vocabularies that exist.
  private mutating func readAdditions(_ reader: inout FieldReader<SettingField>) {
    guard let node = reader.node(.vocabularies), case .mapping(let pairs) = node.content else { return }
    for pair in pairs {
      let name = pair.key.scalar ?? ""
      guard var vocabulary = taxonomy.vocabularies.first(where: { $0.label == name || $0.code == name }) else {
        let fix = NearMiss.best(for: name, among: taxonomy.vocabularies.map(\.label)).map {
          [Diagnostic.Fix.didYouMean($0)]
        }
        reader.absorb([
          Diagnostic(
            .unknownTerm, at: SourceSpan(path: reader.path, range: pair.key.range), zh: "没有名为“\(name)”的词表",
            en: "there is no vocabulary named “\(name)”", fixes: fix ?? [])
        ])
        continue
      }
      let items: [YAMLNode] = if case .sequence(let items) = pair.value.content { items } else { [pair.value] }
      var found: [Diagnostic] = []
      let readers = items.map { FieldReader<TermKey>($0, path: reader.path) }
      VocabularyReader.add(readers, to: &vocabulary, &found)
      reader.absorb(found)
      taxonomy.add(vocabulary)
    }
  }
}
