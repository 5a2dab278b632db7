import Bytes
import Glibc

/// `manifest.json`: every file of the output with its size and SHA-256, one a line, sorted by path.
public struct Manifest: Sendable {
  public struct Entry: Sendable, Hashable {
    public let path: String
    public let size: Int
    /// `nil` in a manifest made without hashes, which only measurements make.
    public let sha256: SHA256Digest?
  }

  /// Sorted by the bytes of their paths.
  public let entries: [Entry]

  /// The file for an output.
  static func bytes(of files: PublishedFiles, generator: String) -> [UInt8] {
    var out = Line.head + Array("\(generator)\",\"files\":[\n".utf8)
    out.reserveCapacity(files.count * 140)
    var isFirst = true
    files.forEach { path, size, sha256 in
      out += isFirst ? Line.path : Line.nextPath
      isFirst = false
      Line.append(path, to: &out)
      Line.append(size, sha256, to: &out)
    }
    if !isFirst { out += "}\n".utf8 }
    out += Line.end
    return out
  }

  /// A manifest in which some files have another size or SHA-256; `nil` where it does not have them.
  ///
  /// - Parameter entries: sorted by the bytes of their paths.
  static func amended(_ manifest: [UInt8], with entries: [Entry]) -> [UInt8]? {
    var out: [UInt8] = []
    out.reserveCapacity(manifest.count + entries.count * 8)
    var done = 0
    for entry in entries {
      var line = Line.path
      entry.path.withBytes { Line.append(UnsafeRawBufferPointer($0), to: &line) }
      guard let start = manifest.firstLine(startingWith: line + Line.size, from: done),
        let end = manifest[start...].firstIndex(of: UInt8(ascii: "}"))
      else { return nil }
      Line.append(entry.size, entry.sha256, to: &line)
      out += manifest[done..<start]
      out += line
      done = end
    }
    return out + manifest[done...]
  }

  /// Reads what `bytes` wrote; `nil` for anything else, which is then not ours or damaged.
  init?(_ bytes: [UInt8]) {
    var lines = bytes.split(separator: UInt8(ascii: "\n"))[...]
    guard let head = lines.popFirst(), head.starts(with: Line.head), let last = lines.popLast(),
      last.elementsEqual(Line.end.dropLast())
    else { return nil }
    var entries: [Entry] = []
    entries.reserveCapacity(lines.count)
    for line in lines {
      guard let entry = Line.entry(line) else { return nil }
      entries.append(entry)
    }
    self.entries = entries
  }
}

/// The fixed parts of the manifest's lines.
private enum Line {
  static let head = Array("{\"version\":1,\"generator\":\"".utf8)
  static let path = Array("{\"path\":\"".utf8)
  static let nextPath = Array("},\n{\"path\":\"".utf8)
  static let size = Array("\",\"size\":".utf8)
  static let digest = Array(",\"sha256\":\"".utf8)
  static let end = Array("]}\n".utf8)

  /// The path, after its opening quotation mark.
  static func append(_ path: UnsafeRawBufferPointer, to out: inout [UInt8]) {
    if path.contains(where: { $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: "\"") }) {
      for byte in path {
        if byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "\"") { out.append(UInt8(ascii: "\\")) }
        out.append(byte)
      }
    } else {
      out += path
    }
  }

  /// All that stands behind the path, but for the closing brace.
  static func append(_ size: Int, _ sha256: SHA256Digest?, to out: inout [UInt8]) {
    out += Self.size
    out += String(size).utf8
    guard let sha256 else { return }
    out += digest
    sha256.append(to: &out)
    out.append(UInt8(ascii: "\""))
  }

  static func entry(_ line: ArraySlice<UInt8>) -> Manifest.Entry? {
    guard line.starts(with: path) else { return nil }
    var rest = line.dropFirst(path.count)
    var name: [UInt8] = []
    while let byte = rest.popFirst(), byte != UInt8(ascii: "\"") {
      guard let plain = byte == UInt8(ascii: "\\") ? rest.popFirst() : byte else { return nil }
      name.append(plain)
    }
    guard rest.starts(with: size.dropFirst()) else { return nil }
    rest = rest.dropFirst(size.count - 1)
    let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    guard let count = Int(String(decoding: digits, as: UTF8.self)) else { return nil }
    rest = rest.dropFirst(digits.count)
    guard rest.starts(with: digest) else {
      return rest.first == UInt8(ascii: "}")
        ? .init(path: String(decoding: name, as: UTF8.self), size: count, sha256: nil) : nil
    }
    guard let sha256 = SHA256Digest(hexadecimal: rest.dropFirst(digest.count).prefix(64)) else { return nil }
    return .init(path: String(decoding: name, as: UTF8.self), size: count, sha256: sha256)
  }
}

extension [UInt8] {
  /// Where a line begins that starts so, at a place or behind it.
  fileprivate func firstLine(startingWith head: [UInt8], from place: Int) -> Int? {
    withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress else { return nil }
      var place = place
      while place + head.count <= bytes.count {
        if memcmp(start + place, head, head.count) == 0 { return place }
        guard let newline = memchr(start + place, Int32(UInt8(ascii: "\n")), bytes.count - place) else { return nil }
        place = UnsafeRawPointer(newline) - start + 1
      }
      return nil
    }
  }
}
