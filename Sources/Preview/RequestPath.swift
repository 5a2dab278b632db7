/// The output file a request asks for.
enum RequestPath {
  /// The path below the site's root, decoded; a folder stands for its `index.html`. `nil` for what is no address.
  ///
  /// The answer is only ever looked up among the files of the output, so `..` in it leads nowhere.
  static func outputPath(_ target: String) -> String? {
    let bytes = Array(target.utf8.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") })
    guard bytes.first == UInt8(ascii: "/") else { return nil }
    var decoded: [UInt8] = []
    var i = 1
    while i < bytes.count {
      if bytes[i] == UInt8(ascii: "%") {
        guard i + 2 < bytes.count, let high = digit(bytes[i + 1]), let low = digit(bytes[i + 2]) else { return nil }
        decoded.append(high << 4 | low)
        i += 3
      } else {
        decoded.append(bytes[i])
        i += 1
      }
    }
    guard let path = String(validating: decoded, as: UTF8.self) else { return nil }
    return path.isEmpty || path.hasSuffix("/") ? path + "index.html" : path
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
