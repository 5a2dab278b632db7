import Bytes

/// The output file a request asks for.
enum RequestPath {
  /// The path below the site's root, decoded; a folder stands for its `index.html`. `nil` for what is no address.
  ///
  /// The answer is only ever looked up among the files of the output, so `..` in it leads nowhere.
  static func outputPath(_ target: String) -> String? {
    let bytes = target.utf8.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
    guard bytes.first == UInt8(ascii: "/"), let decoded = PercentEncoding.decoded(bytes.dropFirst()),
      let path = String(validating: decoded, as: UTF8.self)
    else { return nil }
    return path.isEmpty || path.hasSuffix("/") ? path + "index.html" : path
  }
}
