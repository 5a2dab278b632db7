import Glibc

/// The files an editor names, with those in the folders among them.
public enum ImportedFiles {
  /// In the order given, a folder's by path; hidden files and backups left out.
  public static func list(_ paths: [String]) throws(MachineFailure) -> [String] {
    var files: [String] = []
    for path in paths { try add(path, to: &files) }
    return files
  }

  private static func add(_ path: String, to files: inout [String]) throws(MachineFailure) {
    guard Disk.isDirectory(path) else {
      guard Disk.exists(path) else { throw MachineFailure(zh: "没有文件“\(path)”", en: "there is no file “\(path)”") }
      return files.append(path)
    }
    for name in try Disk.names(in: path) where !name.hasPrefix(".") && !name.hasPrefix("~$") && !name.hasSuffix("~") {
      try add("\(path)/\(name)", to: &files)
    }
  }
}
