import Build
import Dispatch
import Glibc

/// Calls back, on a thread of its own, whenever a site's sources have changed.
///
/// inotify tells when to look; what has changed is decided by comparing states, so that editors' temporary files, and
/// files saved without a change of size and time, cost nothing.
final class SourceWatcher: Sendable {
  private let source: String
  private let poll: Duration?
  private let inotify: Int32
  /// Reading and writing end of a pipe: what is written to it ends the waiting.
  private let stopSignal: (read: Int32, write: Int32)
  private let first: SourceState
  private let thread = DispatchQueue(label: "gongkai.watch")

  /// Quiet time after which a burst of changes is over.
  private static let settleMilliseconds: Int32 = 20

  private static let events =
    UInt32(IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_CREATE | IN_DELETE) | UInt32(IN_ONLYDIR | IN_DONT_FOLLOW)

  /// Changes from now on are seen, once `start` has been called.
  ///
  /// - Parameter poll: looks this often; `nil` to be told by the kernel.
  init(source: String, poll: Duration?) throws(MachineFailure) {
    var ends: [Int32] = [-1, -1]
    let isOpen = pipe(&ends) == 0
    self.source = source
    self.poll = poll
    stopSignal = (ends[0], ends[1])
    inotify = poll == nil ? inotify_init1(Int32(IN_CLOEXEC) | Int32(IN_NONBLOCK)) : -1
    let state = SourceState(source: source)
    let isWatched = poll != nil || inotify >= 0 && SourceWatcher.watch(state.folders, inotify)
    // Again, for what was written before the watches were there.
    first = SourceState(source: source)
    guard isOpen, isWatched else {
      throw MachineFailure(
        zh: "系统不能监视这么多文件夹（fs.inotify.max_user_watches）；请用 --poll，或者请管理员调大",
        en: "the system cannot watch so many folders (fs.inotify.max_user_watches); use --poll, or have it raised")
    }
  }

  deinit {
    for file in [stopSignal.read, stopSignal.write, inotify] where file >= 0 { close(file) }
  }

  /// - Parameter changed: not called again until it has returned.
  func start(_ changed: @escaping @Sendable () -> Void) {
    thread.async { [self] in run(changed) }
  }

  /// Returns once `changed` will not be called any more.
  func stop() {
    _ = write(stopSignal.write, [1], 1)
    thread.sync {}
  }

  private func run(_ changed: () -> Void) {
    var known = first
    while wait() {
      var state = SourceState(source: source)
      if poll == nil, state.folders != known.folders {
        // A folder that cannot be watched any more is looked at when something else changes.
        _ = Self.watch(state.folders, inotify)
        state = SourceState(source: source)
      }
      guard state != known else { continue }
      known = state
      changed()
    }
  }

  /// Until there may be something new; `false` when the watcher was stopped.
  private func wait() -> Bool {
    let milliseconds = poll.map {
      Int32($0.components.seconds * 1000 + $0.components.attoseconds / 1_000_000_000_000_000)
    }
    var isPending = false
    while true {
      var waiting = [
        pollfd(fd: stopSignal.read, events: Int16(POLLIN), revents: 0),
        pollfd(fd: inotify, events: Int16(POLLIN), revents: 0),
      ]
      let count = Glibc.poll(&waiting, 2, milliseconds ?? (isPending ? Self.settleMilliseconds : -1))
      if waiting[0].revents != 0 { return false }
      if count == 0 { return true }
      if waiting[1].revents != 0 {
        discardEvents()
        isPending = true
      }
    }
  }

  /// What happened where does not matter, only that it did.
  private func discardEvents() {
    withUnsafeTemporaryAllocation(byteCount: 64 << 10, alignment: 8) { buffer in
      while read(inotify, buffer.baseAddress, buffer.count) > 0 {}
    }
  }

  /// Whether all of `folders` could be watched, those that are gone by now aside.
  private static func watch(_ folders: [String], _ inotify: Int32) -> Bool {
    var isComplete = true
    for folder in folders where inotify_add_watch(inotify, folder, events) < 0 && errno == ENOSPC { isComplete = false }
    return isComplete
  }
}
