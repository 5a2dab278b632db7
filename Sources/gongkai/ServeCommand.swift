import ArgumentParser
import Build
import Chronology
import Diagnostics
import Dispatch
import Preview
import Synchronization

struct ServeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve", abstract: "预览：边写边看，草稿和不公开的也显示 · Preview the site while writing it")

  @OptionGroup var site: SiteOptions

  @Option(help: "端口，被占用时用下一个 · port, or the next that is free")
  var port: UInt16 = 8000

  @Option(help: "监听的网卡地址；不写则只有本机能打开 · address to listen on; by default only this machine reaches it")
  var host = "127.0.0.1"

  @Option(help: "每隔几秒看一次有没有改动，用于网络磁盘 · look for changes every so many seconds, for network disks")
  var poll: Double?

  @Option(help: "以哪一天为今天 · the day to take for today")
  var today: String?

  func validate() throws {
    try TodayOption.validate(today)
    guard poll.map({ $0 >= 0.1 && $0 <= 3600 }) ?? true else {
      throw ValidationError("--poll 是 0.1 到 3600 之间的秒数 · --poll takes 0.1 to 3600 seconds")
    }
  }

  func run() throws {
    var build = BuildOptions()
    build.source = site.source
    build.today = today.flatMap { CivilDate($0) }
    var options = PreviewOptions()
    options.host = host
    options.port = port
    options.poll = poll.map { .milliseconds(Int($0 * 1000)) }
    options.language = site.language
    let chinese = options.language == .zh
    let server = try PreviewServer(build, options) { report in
      Output.standardError(report.problems)
      let milliseconds =
        report.elapsed.components.attoseconds / 1_000_000_000_000_000 + report.elapsed.components.seconds * 1000
      Output.standardError(
        chinese
          ? "已更新，\(milliseconds) 毫秒，\(report.errors) 个错误\n" : "updated in \(milliseconds) ms, \(report.errors) errors\n"
      )
    }
    try Self.block { [host] in
      let port = try await server.start()
      Output.standardOutput(
        chinese ? "预览 http://\(host):\(port)/ ，按 Ctrl-C 停止\n" : "preview at http://\(host):\(port)/, Ctrl-C stops\n")
      try await server.wait()
    }
  }

  /// Runs asynchronous work from a command, which is not.
  private static func block(_ work: @escaping @Sendable () async throws -> Void) throws {
    let result = Mutex<Result<Void, any Error>>(.success(()))
    let done = DispatchSemaphore(value: 0)
    Task {
      do { try await work() } catch { result.withLock { $0 = .failure(error) } }
      done.signal()
    }
    done.wait()
    try result.withLock { $0 }.get()
  }
}
