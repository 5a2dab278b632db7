import Diagnostics
import Disclosure

/// What a rule was put to on a site.
enum RuleCoverage: Sendable {
  /// How many files, or columns, it looked at.
  case count(Int, of: Unit)
  /// The site's own settings and theme.
  case settings
  /// Nothing, for a reason.
  case none(Text)

  enum Unit: String, Sendable {
    case documents, attachments, files, columns

    var label: String {
      switch self {
      case .documents: "份文件"
      case .attachments: "个附件"
      case .files: "份文件和附件"
      case .columns: "个栏目"
      }
    }
  }
}

/// Tells what rules were put to in one check.
struct CoverageReader {
  private let site: PlannedSite
  private let options: BuildOptions
  private let hasLock: Bool
  private let attachments: Int

  init(_ site: PlannedSite, _ options: BuildOptions) {
    self.site = site
    self.options = options
    hasLock = Disk.exists("\(options.source)/\(IndexNumberLock.path)")
    attachments = site.plan.allAttachments.count
  }

  func coverage(of kind: DiagnosticKind) -> RuleCoverage {
    if let reason = reasonNotToRun(kind.id) { return .none(reason) }
    switch kind.id.prefix(while: { $0 != "." }) {
    case "secrecy", "personal-data": return .count(site.reads.count + attachments, of: .files)
    case "source", "yaml", "front-matter", "taxonomy", "address", "date": return documents { _ in true }
    case "markdown", "link", "text":
      return .count(site.plan.catalog.documents.count { $0.publication == .full }, of: .documents)
    case "attachment": return .count(attachments, of: .attachments)
    case "guide": return documents { $0 == .guide }
    case "report": return documents { $0 == .report }
    case "column":
      return .count(site.plan.catalog.sections.count * DocumentKind.fixedColumns.count, of: .columns)
    case "review", "withholding", "index-number", "document-number", "summary", "relation", "validity", "publication":
      return documents { $0 == .entry }
    default: return .settings
    }
  }

  private func documents(where isMeant: (DocumentKind) -> Bool) -> RuleCoverage {
    .count(site.reads.count { isMeant($0.file.place.kind) }, of: .documents)
  }

  private func reasonNotToRun(_ id: String) -> Text? {
    let settings = site.plan.catalog.settings
    switch id {
    case "publication.future", "publication.waiting", "column.stale":
      if options.today == nil { return Text(zh: "没有给出 --today", en: "no --today was given") }
      return id == "column.stale" && settings.columnAges.isEmpty ? Self.unset(.columnAges) : nil
    case "link.unreachable":
      return options.probe == nil ? Text(zh: "没有用 --external", en: "--external was not used") : nil
    case "link.external": return settings.allowedHosts == nil ? Self.unset(.allowedLinks) : nil
    case "index-number.changed", "index-number.reused", "index-number.unlocked":
      return hasLock
        ? nil : Text(zh: "没有 \(IndexNumberLock.path)", en: "there is no \(IndexNumberLock.path)")
    default: return nil
    }
  }

  private static func unset(_ field: SettingField) -> Text {
    Text(zh: "site.yml 里没有“\(field.field.label)”", en: "site.yml has no “\(field.field.label)”")
  }
}
