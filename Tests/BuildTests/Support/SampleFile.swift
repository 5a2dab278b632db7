import Foundation

/// One file of a sample site, as its text describes it.
struct SampleFile {
  enum Content {
    case bytes(Data)
    case link(String)
    case absent
  }

  let path: String
  let content: Content

  struct Malformed: Error, CustomStringConvertible {
    let description: String
  }

  static func all(in text: String) throws -> [SampleFile] {
    guard !text.isEmpty else { return [] }
    var parts: [(header: Substring, lines: [Substring])] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("-- "), line.hasSuffix(" --") {
        parts.append((line.dropFirst(3).dropLast(3), []))
      } else if parts.isEmpty {
        throw Malformed(description: "a sample site starts with “-- path --”, not with “\(line)”")
      } else {
        parts[parts.count - 1].lines.append(line)
      }
    }
    return try parts.map { header, lines in
      // What splits the text into lines leaves one after the last line's end.
      let lines = lines.last == "" ? lines.dropLast() : lines[...]
      return try SampleFile(header: String(header), text: lines.map { $0 + "\n" }.joined())
    }
  }

  init(path: String, content: Content) {
    self.path = path
    self.content = content
  }

  private init(header: String, text: String) throws {
    guard header.hasSuffix(")"), let bracket = header.range(of: " (") else {
      self.init(path: header, content: .bytes(Data(text.utf8)))
      return
    }
    let directive = header[bracket.upperBound...].dropLast()
    let name = directive.prefix { $0 != ":" && $0 != " " }
    let value = directive.dropFirst(name.count).drop { $0 == ":" || $0 == " " }
    self.init(path: String(header[..<bracket.lowerBound]), content: try Self.content(String(name), String(value), text))
  }

  private static func content(_ name: String, _ value: String, _ text: String) throws -> Content {
    switch name {
    case "gb18030":
      // The number Core Foundation has for GB18030.
      guard let bytes = (text as NSString).data(using: 0x8000_0632) else { break }
      return .bytes(bytes)
    case "bytes":
      let bytes = value.split(separator: " ").compactMap { UInt8($0, radix: 16) }
      return .bytes(Data(text.utf8) + bytes)
    case "repeat":
      guard let count = Int(value) else { break }
      return .bytes(Data(String(repeating: text, count: count).utf8))
    case "link": return .link(value)
    case "absent": return .absent
    default: break
    }
    throw Malformed(description: "“(\(name): \(value))” says nothing about a file")
  }
}
