import Chronology
import Glibc

/// What git knows of the sources: for each file the day of its last commit, the same on every machine that has the
/// same commit. Messages of commits are the editors' own and are not read.
enum GitHistory {
  /// Days by path below `source`; nothing outside a repository, in a shallow clone, or without git.
  static func lastChanges(in source: String) -> [String: CivilDate] {
    // A shallow clone makes every file as new as its oldest commit.
    guard git(["rev-parse", "--is-shallow-repository"], in: source)?.starts(with: "false".utf8) == true,
      let log = git(
        [
          "-c", "core.quotepath=false", "log", "--no-renames", "--relative", "--name-only",
          "--date=format-local:%Y-%m-%d", "--format=tformat:%x01%cd", "--", "content",
        ], in: source)
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

  /// What the days follow from, beside the files: the commit, and whether the clone is shallow; empty outside a
  /// repository or without git.
  static func state(in source: String) -> String {
    String(decoding: git(["rev-parse", "HEAD", "--is-shallow-repository"], in: source) ?? [], as: UTF8.self)
  }

  /// What git prints, or `nil` when it cannot be run or fails.
  private static func git(_ arguments: [String], in source: String) -> [UInt8]? {
    // Days are those of China, wherever the site is built; and nobody's own settings of git change what it prints.
    let path = getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin"
    let command = ["-i", "PATH=\(path)", "TZ=CST-8", "LC_ALL=C", "git", "-C", source] + arguments
    guard case .finished(let text, 0) = ChildProcess.run("env", command, mostBytes: mostBytes, mostSeconds: mostSeconds)
    else { return nil }
    return text
  }

  // A hundred thousand files have a log of some ten megabytes, which takes git some seconds.
  private static let mostBytes = 1 << 30
  private static let mostSeconds = 600
}
