import Chronology
import Glibc

/// What git knows of the sources: for each file the day of its last commit, the same on every machine that has the
/// same commit. Messages of commits are the editors' own and are not read.
enum GitHistory {
  /// Days by path below `source`; nothing outside a repository, in a shallow clone, or without git.
  static func lastChanges(in source: String) -> [String: CivilDate] {
    // A shallow clone makes every file as new as its oldest commit.
    guard
      output(["git", "-C", source, "rev-parse", "--is-shallow-repository"]).map({ $0.starts(with: "false".utf8) })
        == true,
      let log = output([
        "git", "-C", source, "-c", "core.quotepath=false", "log", "--no-renames", "--relative", "--name-only",
        "--date=format-local:%Y-%m-%d", "--format=tformat:%x01%cd", "--", "content",
      ])
    else { return [:] }
    var days: [String: CivilDate] = [:]
    var day: CivilDate?
    for line in log.split(separator: UInt8(ascii: "\n")) {
      if line.first == 1 {
        day = CivilDate(String(decoding: line.dropFirst(), as: UTF8.self))
      } else if let day {
        // The newest commit comes first.
        let path = String(decoding: line, as: UTF8.self)
        if days[path] == nil { days[path] = day }
      }
    }
    return days
  }

  /// What the days follow from, beside the files: the commit, and whether the clone is shallow. `nil` outside a
  /// repository or without git.
  static func state(in source: String) -> String? {
    output(["git", "-C", source, "rev-parse", "HEAD", "--is-shallow-repository"]).map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  /// What a program prints, or `nil` when it cannot be run or fails.
  private static func output(_ command: [String]) -> [UInt8]? {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    // The other end must not stay open in the program, or its output would never end.
    ends.forEach { _ = fcntl($0, F_SETFD, FD_CLOEXEC) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    let path = getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin"
    var arguments: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) } + [nil]
    // Days are those of China, wherever the site is built.
    let variables = ["PATH=\(path)", "TZ=CST-8", "LC_ALL=C"]
    var environment: [UnsafeMutablePointer<CChar>?] = variables.map { strdup($0) } + [nil]
    defer { (arguments + environment).forEach { free($0) } }
    var process = pid_t()
    let failed = posix_spawnp(&process, command[0], &actions, nil, &arguments, &environment) != 0
    close(ends[1])
    defer { close(ends[0]) }
    guard !failed else { return nil }
    let bytes = readAll(ends[0])
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    return status == 0 ? bytes : nil
  }

  private static func readAll(_ file: Int32) -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(file, &chunk, chunk.count)
      if count > 0 { bytes += chunk[..<count] } else if count == 0 || errno != EINTR { return bytes }
    }
  }
}
