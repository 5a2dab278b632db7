/// Whether a request was meant for this server.
///
/// A page from elsewhere may point its own domain name at this machine (DNS rebinding) and read the preview; the name
/// it does so under stands in `Host`.
struct HostCheck: Sendable {
  /// The interface the server was told to listen on.
  let host: String

  func accepts(_ header: String?) -> Bool {
    guard let header else { return false }
    let name = Self.name(in: header)
    if ["localhost", "127.0.0.1", "[::1]", host].contains(name) { return true }
    // On another interface it is reached by an address, which no domain name can pretend to be.
    return host != "127.0.0.1" && Self.isAddress(name)
  }

  /// Without the port.
  private static func name(in header: String) -> String {
    guard let colon = header.lastIndex(of: ":"), !header.hasSuffix("]") else { return header.lowercased() }
    return header[..<colon].lowercased()
  }

  private static func isAddress(_ name: String) -> Bool {
    if name.hasPrefix("["), name.hasSuffix("]") {
      return name.dropFirst().dropLast().allSatisfy { $0.isHexDigit || $0 == ":" }
    }
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts.allSatisfy { UInt8($0) != nil }
  }
}
