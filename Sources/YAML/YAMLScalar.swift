/// Writes text as a YAML scalar.
public enum YAMLScalar {
  /// As it stands where every YAML reader takes it for the same text, else in double quotes.
  public static func text(_ text: String) -> String { isPlain(text) ? text : quoted(text) }

  /// In double quotes, on one line.
  public static func quoted(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": out += "\\\(scalar)"
      case "\n": out += "\\n"
      case "\t": out += "\\t"
      case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || isSeparator(scalar):
        let digits = String(scalar.value, radix: 16)
        out += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out + "\""
  }

  /// What may stand without quotes in a block and between brackets, and is neither a number nor a word of YAML's own.
  private static func isPlain(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last else { return false }
    let words = ["true", "false", "yes", "no", "on", "off", "null"]
    if words.contains(text.lowercased()) || looksLikeNumber(text) { return false }
    if "-?:,[]{}#&*!|>'\"%@`~=<+.".unicodeScalars.contains(first) || first == " " || last == " " || last == ":" {
      return false
    }
    // `:` and `#` mean something only next to a space.
    if text.contains(": ") || text.contains(" #") { return false }
    return text.unicodeScalars.allSatisfy { scalar in
      scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value) && !isSeparator(scalar)
        && !",[]{}\"\\".unicodeScalars.contains(scalar)
    }
  }

  private static func looksLikeNumber(_ text: String) -> Bool {
    text.utf8.allSatisfy { byte in (0x30...0x39).contains(byte) || "+-.eExXoO_".utf8.contains(byte) }
  }

  /// Line ends of YAML beyond LF, and the byte order mark.
  private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value == 0x2028 || scalar.value == 0x2029 || scalar.value == 0xFEFF
  }
}
