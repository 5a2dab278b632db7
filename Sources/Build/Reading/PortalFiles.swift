import Diagnostics
import Disclosure
import Site
import YAML

/// Reads the portal's header and footer that `site.yml` names.
enum PortalFiles {
  static func read(
    _ settings: SiteSettings, source: String, _ diagnostics: inout [Diagnostic]
  ) throws(MachineFailure) -> PortalMarkup {
    let header = try read(settings.headerFile, source, &diagnostics)
    return PortalMarkup(header: header, footer: try read(settings.footerFile, source, &diagnostics))
  }

  private static func read(
    _ file: Located<String>?, _ source: String, _ diagnostics: inout [Diagnostic]
  ) throws(MachineFailure) -> [UInt8]? {
    guard let file else { return nil }
    let path = file.value
    let isInside = !path.hasPrefix("/") && !path.split(separator: "/").contains("..")
    guard isInside, Disk.exists("\(source)/\(path)"), !Disk.isDirectory("\(source)/\(path)") else {
      diagnostics.append(
        Diagnostic(
          .missingPortalFile, at: file.span, zh: "网站的文件夹里没有“\(path)”", en: "there is no “\(path)” in the site's folder")
      )
      return nil
    }
    let bytes = try Disk.read("\(source)/\(path)")
    diagnostics += bytes.withUnsafeBufferPointer { PortalCheck.check($0, path: path) }
    return bytes
  }
}

extension DiagnosticKind {
  static let missingPortalFile = DiagnosticKind(
    "portal.missing-file", .error, zh: "缺少页眉或者页脚文件", en: "header or footer file is missing",
    remedy: Text(zh: "把文件放进去，或者改正 site.yml 里的文件名", en: "put the file there, or correct its name in site.yml"))
}
