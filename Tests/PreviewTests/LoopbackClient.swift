import Foundation
import Glibc
import Synchronization

/// A client that sends exactly what a test says: paths and headers no well-behaved client would.
///
/// It waits on threads of its own: those of tasks are the server's too.
struct LoopbackClient: Sendable {
  let port: UInt16

  struct Answer {
    let status: Int
    let headers: [String: String]
    let body: String
  }

  struct Failure: Error {}

  func get(_ path: String, host: String? = nil, method: String = "GET") async throws -> Answer {
    try await Self.waiting { try request(path, host: host, method: method) }
  }

  private static func waiting<Result: Sendable>(_ body: @escaping @Sendable () throws -> Result) async throws -> Result
  {
    try await withCheckedThrowingContinuation { continuation in
      Thread.detachNewThread { continuation.resume(with: Swift.Result(catching: body)) }
    }
  }

  private func request(_ path: String, host: String?, method: String) throws -> Answer {
    let connection = try connect()
    defer { close(connection) }
    try send(
      "\(method) \(path) HTTP/1.1\r\nHost: \(host ?? "127.0.0.1:\(port)")\r\nConnection: close\r\n\r\n", connection)
    var bytes: [UInt8] = []
    while let part = Self.receive(connection) { bytes += part }
    let text = String(decoding: bytes, as: UTF8.self)
    guard let end = text.range(of: "\r\n\r\n") else { throw Failure() }
    let lines = text[..<end.lowerBound].components(separatedBy: "\r\n")
    var headers: [String: String] = [:]
    for line in lines.dropFirst() {
      let parts = line.split(separator: ":", maxSplits: 1)
      headers[parts[0].lowercased()] = parts[1].trimmingCharacters(in: .whitespaces)
    }
    guard let status = Int(lines[0].split(separator: " ")[1]) else { throw Failure() }
    return Answer(status: status, headers: headers, body: String(text[end.upperBound...]))
  }

  /// Server-sent events, one after the other.
  final class EventStream: Sendable {
    private let connection: Int32
    private let pending = Mutex("")

    fileprivate init(connection: Int32) { self.connection = connection }

    deinit { close(connection) }

    /// The data of the next event, waited for.
    func next() async throws -> String {
      try await LoopbackClient.waiting { [self] in
        while true {
          if let data = pending.withLock({ Self.takeEvent(&$0) }) { return data }
          guard let part = LoopbackClient.receive(connection) else { throw Failure() }
          pending.withLock { $0 += String(decoding: part, as: UTF8.self) }
        }
      }
    }

    private static func takeEvent(_ text: inout String) -> String? {
      guard let start = text.range(of: "data: "), let end = text[start.upperBound...].range(of: "\n\n") else {
        return nil
      }
      let data = String(text[start.upperBound..<end.lowerBound])
      text = String(text[end.upperBound...])
      return data
    }
  }

  func events() throws -> EventStream {
    let connection = try connect()
    try send("GET /.gongkai/events HTTP/1.1\r\nHost: localhost:\(port)\r\n\r\n", connection)
    return EventStream(connection: connection)
  }

  private func connect() throws -> Int32 {
    let file = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    let connected = withUnsafePointer(to: address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        Glibc.connect(file, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard connected == 0 else { throw Failure() }
    return file
  }

  private func send(_ text: String, _ connection: Int32) throws {
    let bytes = Array(text.utf8)
    guard write(connection, bytes, bytes.count) == bytes.count else { throw Failure() }
  }

  /// `nil` at the end of the stream.
  fileprivate static func receive(_ connection: Int32) -> [UInt8]? {
    var buffer = [UInt8](repeating: 0, count: 64 << 10)
    let count = read(connection, &buffer, buffer.count)
    return count > 0 ? Array(buffer[..<count]) : nil
  }
}
