import Diagnostics
import Glibc

/// Standard output and standard error.
enum Output {
  static func standardOutput(_ text: String) { write(text, to: STDOUT_FILENO) }
  static func standardError(_ text: String) { write(text, to: STDERR_FILENO) }

  static func error(_ message: String) { standardError("gongkai: \(message)\n") }

  /// As asked for, else as `LC_ALL`, `LC_MESSAGES` or `LANG` say, else Chinese.
  static func language(_ chosen: Language?) -> Language {
    if let chosen { return chosen }
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
      if let value = getenv(name), value.pointee != 0 { return Language(locale: String(cString: value)) }
    }
    return .zh
  }

  private static func write(_ text: String, to file: Int32) {
    let bytes = Array(text.utf8)
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.write(file, $0.baseAddress.map { $0 + written }, bytes.count - written)
      }
      guard count > 0 else { return }
      written += count
    }
  }
}
