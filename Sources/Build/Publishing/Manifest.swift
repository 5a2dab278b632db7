/// `manifest.json`: every file of the output with its size and SHA-256, one a line, sorted by path.
public struct Manifest: Sendable {
  public struct Entry: Sendable, Hashable {
    public let path: String
    public let size: Int
    public let sha256: String
  }

  public private(set) var entries: [Entry]

  init(_ entries: [Entry]) {
    self.entries = entries.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  private static let head = "{\"version\":1,\"generator\":\""

  func bytes(generator: String) -> [UInt8] {
    var out = Array("\(Self.head)\(generator)\",\"files\":[\n".utf8)
    for (i, entry) in entries.enumerated() {
      out += "{\"path\":\"\(escaped(entry.path))\",\"size\":\(entry.size),\"sha256\":\"\(entry.sha256)\"}".utf8
      out += (i + 1 < entries.count ? ",\n" : "\n").utf8
    }
    return out + Array("]}\n".utf8)
  }

  private func escaped(_ path: String) -> String {
    path.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
  }

  /// Reads what `bytes` wrote; `nil` for anything else, which is then not ours or damaged.
  init?(_ bytes: [UInt8]) {
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: true)
    guard lines.count >= 2, lines[0].hasPrefix(Self.head), lines.last == "]}" else { return nil }
    entries = []
    for line in lines.dropFirst().dropLast() {
      guard let entry = Self.entry(line) else { return nil }
      entries.append(entry)
    }
  }

  private static func entry(_ line: Substring) -> Entry? {
    let start = "{\"path\":\"", middle = "\",\"size\":", end = ",\"sha256\":\""
    let line = line.hasSuffix(",") ? line.dropLast() : line
    guard line.hasPrefix(start), line.hasSuffix("\"}"), line.utf8.count > 80 else { return nil }
    let digest = line.utf8.dropLast(2).suffix(64)
    let rest = line.utf8.dropFirst(start.utf8.count).dropLast(66)
    guard let head = Substring(rest).split(separator: end, maxSplits: 1, omittingEmptySubsequences: false).first,
      let border = head.ranges(of: middle).last, let size = Int(head[border.upperBound...])
    else { return nil }
    let path = head[..<border.lowerBound].replacing("\\\"", with: "\"").replacing("\\\\", with: "\\")
    return Entry(path: String(path), size: size, sha256: String(Substring(digest)))
  }
}
