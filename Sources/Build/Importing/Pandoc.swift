import Glibc

/// Runs pandoc, which reads Word files.
enum Pandoc {
  static func html(ofWordFile path: String) throws(MachineFailure) -> String {
    // A path that starts with “-” would be taken for an option.
    let file = path.hasPrefix("/") ? path : "./\(path)"
    guard Disk.exists(path) else { throw MachineFailure(zh: "没有文件“\(path)”", en: "there is no file “\(path)”") }
    let arguments = ["pandoc", "--from=docx", "--to=html", "--wrap=none", file]
    guard let output = try run(arguments) else {
      throw MachineFailure(
        zh: "读取 .docx 要用 pandoc，这台机器上没有；请先运行 apt-get install pandoc，或者把文件另存为 .txt",
        en: "reading .docx needs pandoc, which is not installed; run apt-get install pandoc, or save the file as .txt")
    }
    guard output.status == 0, let html = String(validating: output.bytes, as: UTF8.self) else {
      throw MachineFailure(
        zh: "pandoc 读不了“\(path)”，它可能不是 .docx 文件", en: "pandoc cannot read “\(path)”; it may not be a .docx file")
    }
    return html
  }

  /// - Returns: what the program wrote and how it ended; `nil` where there is no such program.
  private static func run(_ arguments: [String]) throws(MachineFailure) -> (bytes: [UInt8], status: Int32)? {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { throw .system("pipe", doing: "创建", "make") }
    defer { close(ends[0]) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO)
    posix_spawn_file_actions_addclose(&actions, ends[0])
    var words = arguments.map { strdup($0) } + [nil]
    defer { words.forEach { free($0) } }
    var process = pid_t()
    let failure = posix_spawnp(&process, arguments[0], &actions, nil, &words, environ)
    close(ends[1])
    guard failure == 0 else { return nil }
    let bytes = readAll(ends[0])
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    return (bytes, status)
  }

  private static func readAll(_ file: Int32) -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(file, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return bytes }
      bytes += buffer.prefix(count)
    }
  }
}
