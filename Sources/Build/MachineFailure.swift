import Diagnostics
import Glibc

/// The machine failed, not the writer: a disk, a permission. Ends the run with exit code 3.
public struct MachineFailure: Error, Sendable {
  public let message: Text

  public init(zh: String, en: String) { message = Text(zh: zh, en: en) }

  /// What a system call on `path` reported; reads `errno`.
  static func system(_ path: String, doing zh: String, _ en: String) -> MachineFailure {
    let code = errno
    let reason = String(cString: strerror(code))
    let advice =
      switch code {
      case EACCES, EPERM: "没有权限"
      case ENOSPC, EDQUOT: "磁盘已满"
      case EROFS: "磁盘是只读的"
      case ENOENT: "不存在"
      default: reason
      }
    return MachineFailure(zh: "\(zh)“\(path)”失败：\(advice)", en: "cannot \(en) “\(path)”: \(reason)")
  }
}
