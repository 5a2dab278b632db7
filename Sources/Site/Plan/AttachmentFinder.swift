import Diagnostics
import Disclosure

/// Finds the files that belong to a document.
///
/// Everything in the folder of an `index.md` is its own, but for what a withheld document there lists; elsewhere a
/// document owns what it lists.
struct AttachmentFinder {
  private let byFolder: [String: [AttachmentFile]]

  private let withheld: Set<String>

  init(_ files: [AttachmentFile], withheld: Set<String>) {
    self.withheld = withheld
    byFolder = Dictionary(grouping: files.sorted { $0.path < $1.path }) { Self.folder(of: $0.path) }
  }

  /// None for a document that shows no body: its attachments are no more public than itself.
  func attachments(
    of document: Document, at permalink: String, _ diagnostics: inout [Diagnostic]
  ) -> [PlannedAttachment] {
    guard document.publication == .full, !document.attachments.isEmpty || document.path.hasSuffix("/index.md")
    else { return [] }
    let folder = Self.folder(of: document.path)
    let beside = byFolder[folder] ?? []
    var files: [(AttachmentFile, String?)] = []
    for named in document.attachments {
      guard let file = beside.first(where: { $0.path == folder + named.file.value }) else {
        let names = beside.map { String($0.path.dropFirst(folder.count)) }
        let fix = NearMiss.best(for: named.file.value, among: names).map { [Diagnostic.Fix.didYouMean($0)] }
        diagnostics.append(
          Diagnostic(
            .missingAttachment, at: named.file.span, zh: "同一文件夹里没有附件“\(named.file.value)”",
            en: "there is no “\(named.file.value)” beside the document", fixes: fix ?? []))
        continue
      }
      files.append((file, named.name))
    }
    if document.path.hasSuffix("/index.md"), !document.isColumnIndex {
      let others = beside.filter { file in !withheld.contains(file.path) && !files.contains { $0.0 == file } }
      files += others.map { ($0, nil) }
    }
    let target = permalink.hasSuffix("/index.html") ? permalink.dropLast(10) : permalink.dropLast(5) + "/"
    return files.map { file, name in
      let fileName = String(file.path.dropFirst(folder.count))
      return PlannedAttachment(file: file, output: target + fileName, name: name ?? fileName)
    }
  }

  private static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
  }
}

extension DiagnosticKind {
  static let missingAttachment = DiagnosticKind(
    "attachment.missing", .error, zh: "附件不存在", en: "attachment does not exist",
    remedy: Text(zh: "附件放在同一文件夹，名称连同后缀要一致", en: "put it beside the document under the very same name"))
  static let duplicateAddress = DiagnosticKind(
    "address.duplicate", .error, fatal: true, zh: "两个文件的网址相同", en: "two documents have one address",
    remedy: Text(zh: "给其中一个文件改名", en: "rename one of the two files"))
}

/// Everything this room reports.
public enum SiteDiagnostics {
  public static let kinds: [DiagnosticKind] = [
    .emptySite, .missingAttachment, .duplicateAddress, .missingStatistics, .externalLink, .brokenPlace,
    .portalMarkup, .reportCatalogCount,
  ]
}
