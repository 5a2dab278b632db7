import Build
import FlyingSocks
import Glibc

/// Where the server listens.
enum ListeningAddress {
  /// How many ports are tried, the first included.
  private static let tries: UInt16 = 100

  /// The interface's address with the first port that nobody listens on; port 0 is left to the kernel.
  static func firstFree(host: String, from port: UInt16) throws(MachineFailure) -> sockaddr_in {
    guard var address = try? sockaddr_in.inet(ip4: host == "localhost" ? "127.0.0.1" : host, port: port) else {
      throw MachineFailure(zh: "“\(host)”不是本机网卡的 IPv4 地址", en: "“\(host)” is not an IPv4 address of this machine")
    }
    guard port > 0 else { return address }
    for candidate in port...(port + min(tries, UInt16.max - port)) {
      address.sin_port = candidate.bigEndian
      if canBind(address) { return address }
    }
    throw MachineFailure(
      zh: "从 \(port) 起的 \(tries) 个端口都不能用，请用 --port 另选一个",
      en: "none of \(tries) ports from \(port) can be used; choose one with --port")
  }

  private static func canBind(_ address: sockaddr_in) -> Bool {
    let file = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    guard file >= 0 else { return false }
    defer { close(file) }
    var reuse: Int32 = 1
    setsockopt(file, SOL_SOCKET, SO_REUSEADDR, &reuse, socklen_t(MemoryLayout<Int32>.size))
    return withUnsafePointer(to: address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(file, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0 && listen(file, 1) == 0
      }
    }
  }
}
