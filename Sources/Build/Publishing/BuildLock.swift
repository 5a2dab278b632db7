import Glibc

/// Keeps two builds from publishing into one folder at once: the second waits for the first.
///
/// The lock is on the folder that holds the output, so it leaves no file behind and ends with the process.
struct BuildLock {
  private let file: Int32

  init(output: String) throws(MachineFailure) {
    let parent = Disk.folder(of: output)
    let folder = parent.isEmpty ? (output.hasPrefix("/") ? "/" : ".") : parent
    try Disk.makeFolder(folder)
    file = open(folder, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw .system(folder, doing: "打开", "open") }
    while flock(file, LOCK_EX) != 0 {
      guard errno == EINTR else { throw .system(folder, doing: "锁定", "lock") }
    }
  }

  func release() { close(file) }
}
