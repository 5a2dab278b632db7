import Foundation

/// `embed-files OUTPUT ROOT FOLDER…`: writes the folders' text files as Swift string literals.
@main struct EmbedFilesTool {
  static func main() throws {
    let arguments = CommandLine.arguments
    let root = URL(filePath: arguments[2])
    var paths: [String] = []
    for folder in arguments.dropFirst(3) {
      let found = try FileManager.default.subpathsOfDirectory(atPath: root.appending(path: folder).path())
      paths += found.map { "\(folder)/\($0)" }
    }
    var out =
      "struct EmbeddedFile: Sendable {\n  let path: String\n  let text: StaticString\n}\n\nenum EmbeddedFiles {\n"
    var names: [String] = []
    for path in paths.sorted() {
      var isFolder: ObjCBool = false
      let url = root.appending(path: path)
      guard FileManager.default.fileExists(atPath: url.path(), isDirectory: &isFolder), !isFolder.boolValue else {
        continue
      }
      let text = try String(contentsOf: url, encoding: .utf8)
      names.append("file\(names.count)")
      out += "  static let \(names[names.count - 1]) = EmbeddedFile(path: \(literal(path)), text: \(literal(text)))\n"
    }
    out += "  static let all: [EmbeddedFile] = [\(names.joined(separator: ", "))]\n}\n"
    try out.write(toFile: arguments[1], atomically: true, encoding: .utf8)
  }

  private static func literal(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": out += "\\\(scalar)"
      case "\n": out += "\\n"
      case _ where scalar.value < 0x20 || scalar.value == 0xFEFF: out += "\\u{\(String(scalar.value, radix: 16))}"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out + "\""
  }
}
