import Archive
import Diagnostics
import Site
import Templates

/// A theme's files: its own, and the default theme's where it has none.
struct Theme: Sendable {
  let library: TemplateLibrary?
  let assets: [OutputFile]
  let diagnostics: [Diagnostic]
  /// Of all its files.
  let fingerprint: Fingerprint
  /// Templates by path, for diagnostics that quote them.
  let sources: [String: [UInt8]]

  init(named name: String, source: String) throws(MachineFailure) {
    var files: [(path: String, bytes: [UInt8])] = []
    let folder = "\(source)/themes/\(name)"
    // A name such as `..` would publish files from elsewhere.
    if !name.hasPrefix("."), !name.contains("/"), Disk.isDirectory(folder) {
      try Theme.collect(folder, "", &files)
    } else if name != "default" {
      self = Theme(absent: name, source)
      return
    }
    self = files.isEmpty ? .bundled : Theme(files, named: name)
  }

  /// The default theme alone is the same for every site: a process that builds again has it compiled already.
  private static let bundled = Theme([], named: "default")

  /// - Parameter files: those of the site's own theme `name`; the default theme has the others.
  private init(_ own: [(path: String, bytes: [UInt8])], named name: String) {
    let names = Set(own.map(\.path))
    let files = own + DefaultTheme.files.filter { !names.contains($0.path) }
    fingerprint = Self.fingerprint(files)
    let suffix = ".mustache"
    let templates = files.filter { $0.path.hasPrefix("templates/") && $0.path.hasSuffix(suffix) }.map { file in
      TemplateFile(
        name: String(file.path.dropFirst("templates/".count).dropLast(suffix.count)),
        path: "themes/\(names.contains(file.path) ? name : "default")/\(file.path)", bytes: file.bytes)
    }
    (library, diagnostics) = TemplateLibrary.compile(
      templates, context: PageTemplates.context, pages: PageTemplates.all)
    assets = files.filter { $0.path.hasPrefix("assets/") }.map { OutputFile(path: $0.path, bytes: $0.bytes) }
    sources = Dictionary(templates.map { ($0.path, $0.bytes) }, uniquingKeysWith: { first, _ in first })
  }

  private init(absent name: String, _ source: String) {
    library = nil
    fingerprint = Fingerprint()
    assets = []
    sources = [:]
    diagnostics = [Theme.unknown(name, source)]
  }

  private static func fingerprint(_ files: [(path: String, bytes: [UInt8])]) -> Fingerprint {
    var all = Fingerprint()
    for file in files {
      all.add(file.path)
      all.add(file.bytes)
    }
    return all
  }

  private static func collect(
    _ root: String, _ prefix: String, _ files: inout [(path: String, bytes: [UInt8])]
  ) throws(MachineFailure) {
    for name in try Disk.names(in: prefix.isEmpty ? root : "\(root)/\(prefix)") where !name.hasPrefix(".") {
      let path = prefix.isEmpty ? name : "\(prefix)/\(name)"
      if Disk.isDirectory("\(root)/\(path)") {
        try collect(root, path, &files)
      } else {
        files.append((path, try Disk.read("\(root)/\(path)")))
      }
    }
  }

  private static func unknown(_ name: String, _ source: String) -> Diagnostic {
    let known = (try? Disk.names(in: "\(source)/themes")) ?? []
    let fix = NearMiss.best(for: name, among: known + ["default"]).map { [Diagnostic.Fix.didYouMean($0)] }
    return Diagnostic(
      .unknownTheme, at: SourceSpan(path: "site.yml"), zh: "没有主题 themes/\(name)",
      en: "there is no theme themes/\(name)",
      fixes: fix ?? [])
  }
}
