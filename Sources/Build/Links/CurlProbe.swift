import Glibc

/// Asks for web addresses with the machine's `curl`, which knows its proxies and certificates.
public enum CurlProbe {
  /// Whether there is a `curl` to ask with.
  public static func isInstalled() -> Bool { run(["--version"]) == 0 }

  /// The answer to a request for the address's head, or for its first byte where a server refuses the former.
  public static func answer(_ address: String) -> LinkAnswer {
    let head = answer(run(common + ["--head", "--", address]))
    return head == .unreachable(.notFound) ? answer(run(common + ["--range", "0-0", "--", address])) : head
  }

  private static let common = [
    // Brackets and braces in an address are its own.
    "--silent", "--fail", "--globoff", "--location", "--max-time", "20", "--max-redirs", "5",
    "--proto", "=http,https",
  ]

  /// The exit codes that curl documents.
  private static func answer(_ code: Int32) -> LinkAnswer {
    switch code {
    case 0: .reachable
    case 6: .unreachable(.unknownHost)
    case 7: .unreachable(.refused)
    case 22: .unreachable(.notFound)
    case 28: .unreachable(.timeout)
    case 35, 51, 58, 60: .unreachable(.certificate)
    default: .unreachable(.other)
    }
  }

  /// The exit code of curl, its output thrown away; 127 where it cannot be started.
  private static func run(_ arguments: [String]) -> Int32 {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for descriptor in [STDOUT_FILENO, STDERR_FILENO] {
      posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_WRONLY, 0)
    }
    let words = (["curl"] + arguments).map { strdup($0) }
    defer { words.forEach { free($0) } }
    var process = pid_t()
    guard posix_spawnp(&process, "curl", &actions, nil, words + [nil], environ) == 0 else { return 127 }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 { guard errno == EINTR else { return 127 } }
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : 127
  }
}
