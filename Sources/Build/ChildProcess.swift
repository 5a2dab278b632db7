import Glibc
import Synchronization

/// Another program, run without a shell and within limits.
enum ChildProcess {
  enum Outcome {
    case finished([UInt8], status: Int32)
    case notFound, tooMuch, tooSlow
  }

  /// Runs a program found on `PATH`, and gives what it writes to standard output.
  static func run(_ program: String, _ arguments: [String], mostBytes: Int, mostSeconds: Int) -> Outcome {
    guard let (child, output) = start(program, arguments) else { return .notFound }
    defer { close(output) }
    let read = read(output, mostBytes: mostBytes, until: seconds() + mostSeconds)
    if case .finished = read {} else { kill(child, SIGKILL) }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    guard case .finished(let text, _) = read else { return read }
    // WEXITSTATUS, which Swift does not see; a signal counts as a failure.
    return .finished(text, status: status & 0x7F == 0 ? status >> 8 & 0xFF : -1)
  }

  /// Keeps children from taking over each other's pipes, which would then not end.
  private static let starting = Mutex(())

  /// The child, and the end of the pipe to read from.
  private static func start(_ program: String, _ arguments: [String]) -> (child: pid_t, output: Int32)? {
    starting.withLock { _ in
      var ends: [Int32] = [-1, -1]
      guard pipe(&ends) == 0 else { return nil }
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
      let child = spawn(program, arguments, output: ends[1])
      close(ends[1])
      if child == nil { close(ends[0]) }
      return child.map { ($0, ends[0]) }
    }
  }

  private static func spawn(_ program: String, _ arguments: [String], output: Int32) -> pid_t? {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    var words = ([program] + arguments).map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var child: pid_t = 0
    return posix_spawnp(&child, program, &actions, nil, &words, environ) == 0 ? child : nil
  }

  private static func read(_ file: Int32, mostBytes: Int, until deadline: Int) -> Outcome {
    var text: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 64 << 10)
    while true {
      var poll = pollfd(fd: file, events: Int16(POLLIN), revents: 0)
      let left = deadline - seconds()
      guard left > 0 else { return .tooSlow }
      let ready = Glibc.poll(&poll, 1, Int32(left * 1000))
      if ready == 0 { return .tooSlow }
      let count = chunk.withUnsafeMutableBytes { Glibc.read(file, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return .finished(text, status: 0) }
      text += chunk[..<count]
      guard text.count <= mostBytes else { return .tooMuch }
    }
  }

  private static func seconds() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec
  }
}
