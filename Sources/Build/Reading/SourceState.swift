import Glibc

/// What lies in the folders a site is read from: enough to see that something changed, without reading any file.
///
/// Hidden files and editors' backups are left out, as they are when a site is read.
public struct SourceState: Sendable, Hashable {
  /// The folders whose files count, with the site's own at the front.
  public private(set) var folders: [String]
  private var stamps: [String: FileStamp] = [:]

  public init(source: String) {
    folders = [source]
    for name in ["site.yml", "content", "taxonomy", "themes"] { add("\(source)/\(name)") }
  }

  private mutating func add(_ path: String) {
    var info = stat()
    // What has just been removed is no failure.
    guard lstat(path, &info) == 0 else { return }
    stamps[path] = FileStamp(info)
    guard info.st_mode & S_IFMT == S_IFDIR else { return }
    folders.append(path)
    guard let names = try? Disk.names(in: path) else { return }
    for name in names where !name.hasPrefix(".") && !name.hasSuffix("~") { add("\(path)/\(name)") }
  }
}
