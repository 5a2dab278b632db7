import Diagnostics

/// Writes content for the editor, never over something that exists.
public enum NewFile {
  public static func write(_ text: String, to path: String) throws(MachineFailure) {
    guard !Disk.exists(path) else {
      throw MachineFailure(zh: "“\(path)”已经存在，没有覆盖；请先改名或移走", en: "“\(path)” exists and was not overwritten; move it away first")
    }
    try Disk.write(Array(text.utf8), to: path)
  }
}

extension SourceText {
  /// The text of a file that is not part of a site; throws when it is not UTF-8.
  public static func read(_ path: String) throws(MachineFailure) -> String {
    guard let text = String(validating: try Disk.read(path), as: UTF8.self) else {
      throw MachineFailure(
        zh: "“\(path)”不是 UTF-8 编码；请先运行 iconv -f GB18030 -t UTF-8", en: "“\(path)” is not UTF-8; run iconv -f GB18030 -t UTF-8 first")
    }
    return text
  }
}
