/// Whether a published folder is what its manifest says.
public struct Verification: Sendable {
  public private(set) var changed: [String] = []
  public private(set) var missing: [String] = []
  public private(set) var extra: [String] = []
  /// Publishing began and did not end.
  public let isInterrupted: Bool
  /// Files that are as they should be.
  public private(set) var intact = 0

  public var isClean: Bool { changed.isEmpty && missing.isEmpty && extra.isEmpty && !isInterrupted }

  public init(folder: String) throws(MachineFailure) {
    let bytes = try Disk.read("\(folder)/\(Publisher.manifestName)")
    guard let manifest = Manifest(bytes) else {
      throw MachineFailure(
        zh: "“\(folder)/manifest.json”已损坏，或者不是本程序写的", en: "“\(folder)/manifest.json” is damaged or not gongkai's")
    }
    isInterrupted = Disk.exists("\(folder)/\(Publisher.pendingName)")
    var known: Set<String> = [Publisher.manifestName, Publisher.pendingName]
    for entry in manifest.entries {
      known.insert(entry.path)
      guard Disk.exists("\(folder)/\(entry.path)") else {
        missing.append(entry.path)
        continue
      }
      let bytes = try Disk.read("\(folder)/\(entry.path)")
      if bytes.count == entry.size, SHA256.hexadecimal(bytes) == entry.sha256 {
        intact += 1
      } else {
        changed.append(entry.path)
      }
    }
    try collectExtra(folder, "", known)
  }

  private mutating func collectExtra(_ root: String, _ prefix: String, _ known: Set<String>) throws(MachineFailure) {
    for name in try Disk.names(in: prefix.isEmpty ? root : "\(root)/\(prefix)") {
      let path = prefix.isEmpty ? name : "\(prefix)/\(name)"
      if Disk.isDirectory("\(root)/\(path)") {
        try collectExtra(root, path, known)
      } else if !known.contains(path) {
        extra.append(path)
      }
    }
  }
}
