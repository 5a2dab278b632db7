import Glibc

/// A folder kept open, so that the way down to it is not walked again for each of its files.
final class OpenFolder: Sendable {
  let path: String
  let descriptor: Int32

  init(_ path: String) throws(MachineFailure) {
    self.path = path
    descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .system(path, doing: "打开", "open") }
  }

  deinit { close(descriptor) }
}
