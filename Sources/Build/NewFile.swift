import Glibc

/// A file written for the editor, never over something that exists.
public struct NewFile: Sendable {
  private let path: String
  private let text: String
  private let isExecutable: Bool

  public init(_ path: String, _ text: String, isExecutable: Bool = false) {
    self.path = path
    self.text = text
    self.isExecutable = isExecutable
  }

  public static func exists(_ path: String) -> Bool { Disk.exists(path) }

  /// Writes all of `files`, or none when one of them is there already.
  public static func write(_ files: [NewFile], below folder: String) throws(MachineFailure) {
    for file in files { try requireAbsence("\(folder)/\(file.path)") }
    for file in files {
      let path = "\(folder)/\(file.path)"
      try Disk.write(Array(file.text.utf8), to: path)
      if file.isExecutable, chmod(path, 0o755) != 0 { throw .system(path, doing: "写入", "write") }
    }
  }

  private static func requireAbsence(_ path: String) throws(MachineFailure) {
    guard Disk.exists(path) else { return }
    throw MachineFailure(
      zh: "“\(path)”已经存在，没有覆盖；请先改名或移走", en: "“\(path)” exists and was not overwritten; move it away first")
  }
}
