import Diagnostics
import Glibc

extension InspectionReport {
  static let htmlName = "report.html"
  static let jsonName = "report.json"

  /// Writes `report.html` and `report.json` into a folder, which is made when it is missing.
  ///
  /// - Parameter source: the site's folder, to which findings are linked.
  public func write(to folder: String, source: String, language: Language) throws(MachineFailure) {
    try Disk.makeFolder(folder)
    let root = Self.absolute(folder).flatMap { from in Self.absolute(source).map { Self.relative(from: from, to: $0) } }
    try Disk.write(Array(html(root: root).utf8), to: "\(folder)/\(Self.htmlName)")
    try Disk.write(Array(json(language).utf8), to: "\(folder)/\(Self.jsonName)")
  }

  private static func absolute(_ path: String) -> [Substring]? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved).split(separator: "/")
  }

  /// `../../` and so on, with a slash at the end unless it is empty.
  static func relative(from: [Substring], to: [Substring]) -> String {
    let shared = zip(from, to).prefix { $0 == $1 }.count
    let parts = Array(repeating: "..", count: from.count - shared) + to.dropFirst(shared).map(String.init)
    return parts.map { $0 + "/" }.joined()
  }
}
