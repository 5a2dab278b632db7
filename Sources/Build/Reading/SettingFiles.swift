import Archive
import Diagnostics
import Disclosure
import Taxonomy

/// `site.yml` and the vocabularies beside it, as they are on the disk: everything that decides how documents are read.
struct SettingFiles: Sendable, Hashable {
  private struct File: Hashable {
    let path: String
    let bytes: [UInt8]
  }

  private let site: File?
  private let vocabularies: [File]

  init(source: String) throws(MachineFailure) {
    var vocabularies: [File] = []
    let folder = "\(source)/taxonomy"
    if Disk.isDirectory(folder) {
      for name in try Disk.names(in: folder) where name.hasSuffix(".yml") {
        vocabularies.append(File(path: "taxonomy/\(name)", bytes: try Disk.read("\(folder)/\(name)")))
      }
    }
    self.vocabularies = vocabularies
    let path = "\(source)/site.yml"
    site = Disk.exists(path) ? File(path: "site.yml", bytes: try Disk.read(path)) : nil
  }

  var fingerprint: Fingerprint {
    var fingerprint = Fingerprint()
    for file in vocabularies + (site.map { [$0] } ?? []) {
      fingerprint.add(file.path)
      fingerprint.add(file.bytes)
    }
    return fingerprint
  }

  /// What it says as far as it can be read, for commands that do not judge it.
  func settings() -> SiteSettings {
    var ignored: [Diagnostic] = []
    return settings(&ignored)
  }

  func settings(_ diagnostics: inout [Diagnostic]) -> SiteSettings {
    var found: [Vocabulary] = []
    for file in vocabularies {
      let vocabulary = file.bytes.withUnsafeBufferPointer { VocabularyReader.read($0, path: file.path, &diagnostics) }
      if let vocabulary { found.append(vocabulary) }
    }
    guard let site else {
      diagnostics.append(
        Diagnostic(
          .noSettings, at: SourceSpan(path: "site.yml"), zh: "缺少 site.yml；它至少要写“网站名称”“网址”“主办机构”",
          en: "site.yml is missing; it names at least the site, its address and the organ"))
      return SiteSettings()
    }
    return site.bytes.withUnsafeBufferPointer {
      SiteSettings.read($0, path: site.path, vocabularies: found, &diagnostics)
    }
  }
}

extension SiteSettings {
  /// The settings of the site in `source` as far as they can be read; the defaults where there is no site.
  public static func read(source: String) throws(MachineFailure) -> SiteSettings {
    try SettingFiles(source: source).settings()
  }
}
