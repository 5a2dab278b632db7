import Build
import FlyingFox
import FlyingSocks
import Foundation
import Synchronization

/// Serves a site while it is being written, and reloads open pages when its sources change.
public final class PreviewServer: Sendable {
  /// What happened to the site: told at the start and after every change.
  public struct Report: Sendable {
    /// The text of everything that is wrong; empty when nothing is.
    public let problems: String
    public let errors: Int
    /// From the moment the change was seen.
    public let elapsed: Duration
  }

  private let site: PreviewSite
  private let watcher: SourceWatcher
  private let events = ReloadEvents()
  private let host: HostCheck
  private let server: HTTPServer
  private let report: @Sendable (Report) -> Void
  private let running = Mutex<Task<Void, any Error>?>(nil)

  /// Reads the site. Throws when its folder is missing, cannot be watched, or no port is free.
  public init(
    _ build: BuildOptions, _ options: PreviewOptions, report: @escaping @Sendable (Report) -> Void
  ) throws {
    var build = build
    build.forEditor = true
    self.report = report
    let start = ContinuousClock.now
    watcher = try SourceWatcher(source: build.source, poll: options.poll)
    site = PreviewSite(build, language: options.language)
    host = HostCheck(host: options.host)
    let address = try ListeningAddress.firstFree(host: options.host, from: options.port)
    server = HTTPServer(address: address, logger: .disabled)
    tell(since: start)
  }

  /// Starts listening; answers the port.
  public func start() async throws -> UInt16 {
    await server.appendRoute("*") { [self] request in respond(to: request) }
    let task = Task { [server] in try await server.run() }
    running.withLock { $0 = task }
    // Seconds: a machine may have much else to do.
    try await server.waitUntilListening(timeout: 60)
    watcher.start { [self] in
      let start = ContinuousClock.now
      site.reload()
      events.advance()
      tell(since: start)
    }
    switch await server.listeningAddress {
    case .ip4(_, let port), .ip6(_, let port): return port
    default: return 0
    }
  }

  /// Until the server is stopped.
  public func wait() async throws { try await running.withLock { $0 }?.value }

  public func stop() async {
    watcher.stop()
    events.finish()
    await server.stop()
  }

  private func tell(since start: ContinuousClock.Instant) {
    let problems = site.problems
    let text = [problems.errorText, problems.otherText].filter { !$0.isEmpty }.joined(separator: "\n")
    report(Report(problems: text, errors: problems.errors, elapsed: start.duration(to: .now)))
  }

  private func respond(to request: HTTPRequest) -> HTTPResponse {
    guard host.accepts(request.headers[.host]) else { return plain(.forbidden, "不认识的 Host · unknown host\n") }
    guard request.method == .GET || request.method == .HEAD else { return plain(.methodNotAllowed, "只读 · read only\n") }
    guard let path = RequestPath.outputPath(request.target.path(percentEncoded: true)) else {
      return plain(.badRequest, "网址不对 · malformed address\n")
    }
    if path == PageOverlay.prefix + "events" { return stream() }
    do {
      let response = try PreviewAssets.response(to: path) ?? site.response(to: path)
      return answer(response, to: request)
    } catch {
      return plain(.internalServerError, "\(error)\n")
    }
  }

  private func answer(_ response: PreviewSite.Response, to request: HTTPRequest) -> HTTPResponse {
    var headers = Self.headers
    headers[.contentType] = response.mediaType
    headers[.contentLength] = String(response.bytes.count)
    let body = request.method == .HEAD ? Data() : Data(response.bytes)
    return HTTPResponse(
      statusCode: response.isFound ? .ok : .notFound, headers: headers,
      body: HTTPBodySequence(data: body, suggestedBufferSize: max(1, body.count)))
  }

  private func stream() -> HTTPResponse {
    var headers = Self.headers
    headers[.contentType] = "text/event-stream"
    return HTTPResponse(
      statusCode: .ok, headers: headers, body: HTTPBodySequence(from: EventBody(generations: events.generations())))
  }

  private func plain(_ status: HTTPStatusCode, _ text: String) -> HTTPResponse {
    var headers = Self.headers
    headers[.contentType] = "text/plain; charset=utf-8"
    return HTTPResponse(statusCode: status, headers: headers, body: Data(text.utf8))
  }

  private static let headers: HTTPHeaders = [
    HTTPHeader("Cache-Control"): "no-store", HTTPHeader("X-Content-Type-Options"): "nosniff",
  ]
}
