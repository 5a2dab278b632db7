import Diagnostics

/// Reads the front matter that nearly all documents have: lines of `key: value` with plain values, values in double
/// quotes without escapes, and lists and mappings of plain values in brackets.
///
/// Where anything else occurs it answers `nil`, and libyaml reads the text. What it does read it reads exactly as
/// libyaml does, byte ranges included, in a fraction of the time.
struct PlainMapping {
  private let bytes: UnsafeBufferPointer<UInt8>
  /// Where the text begins in its file.
  private let base: Int
  private var position = 0

  static func parse(_ bytes: UnsafeBufferPointer<UInt8>, offset: Int) -> YAMLNode? {
    guard hasOnlyCommonCharacters(bytes) else { return nil }
    var parser = PlainMapping(bytes: bytes, base: offset)
    return parser.mapping()
  }

  private init(bytes: UnsafeBufferPointer<UInt8>, base: Int) {
    self.bytes = bytes
    self.base = base
  }

  private mutating func mapping() -> YAMLNode? {
    var pairs: [YAMLNode.Pair] = []
    // Room for as many as nearly all documents have.
    pairs.reserveCapacity(16)
    while position < bytes.count {
      guard let key = key(), let value = value(), skipSpaces() == .lineFeed else { return nil }
      position += 1
      pairs.append(YAMLNode.Pair(key: key, value: value))
    }
    guard let first = pairs.first else { return nil }
    return YAMLNode(.mapping(pairs), range: ByteRange(first.key.range.lowerBound, base + bytes.count))
  }

  /// A key of letters, with the colon and the spaces after it.
  private mutating func key() -> YAMLNode? {
    let start = position
    while let byte = current, byte.isLetter { position += 1 }
    let end = position
    // libyaml has a limit for keys; nobody comes near it.
    guard end > start, end - start < 256, current == .colon else { return nil }
    position += 1
    guard current == .space, skipSpaces() != .lineFeed else { return nil }
    return plain(start, end)
  }

  private mutating func value() -> YAMLNode? {
    let start = position
    switch current {
    case UInt8(ascii: "\""): return quoted()
    case UInt8(ascii: "["):
      guard let items = items(until: UInt8(ascii: "]"), { $0.flowText() }) else { return nil }
      return YAMLNode(.sequence(items), range: range(start, position))
    case UInt8(ascii: "{"):
      guard let pairs = items(until: UInt8(ascii: "}"), { $0.flowPair() }) else { return nil }
      return YAMLNode(.mapping(pairs), range: range(start, position))
    default: return line()
    }
  }

  /// A plain value to the end of the line.
  private mutating func line() -> YAMLNode? {
    let start = position
    guard let first = current, first.isLetter else { return nil }
    while let byte = current, byte != .lineFeed {
      if isBeyondASCII(position) {
        position += 8
        continue
      }
      // What may be a key or a comment is libyaml's to tell.
      if byte == .colon || byte == UInt8(ascii: "#") { return nil }
      position += 1
    }
    // A line that begins with a space would go on with the value.
    guard position < bytes.count, position + 1 == bytes.count || bytes[position + 1].isLetter else { return nil }
    return plain(start, trimmed(start, position))
  }

  private mutating func quoted() -> YAMLNode? {
    let start = position
    position += 1
    while let byte = current, byte != UInt8(ascii: "\"") {
      if byte == .lineFeed || byte == UInt8(ascii: "\\") { return nil }
      position += 1
    }
    guard current != nil else { return nil }
    position += 1
    return YAMLNode(.scalar(text(start + 1, position - 1), isPlain: false), range: range(start, position))
  }

  /// What stands between brackets, separated by commas.
  private mutating func items<Item>(until end: UInt8, _ item: (inout PlainMapping) -> Item?) -> [Item]? {
    position += 1
    var items: [Item] = []
    items.reserveCapacity(4)
    while true {
      skipSpaces()
      guard let next = item(&self) else { return nil }
      items.append(next)
      let separator = skipSpaces()
      position += 1
      if separator == end { return items }
      guard separator == UInt8(ascii: ",") else { return nil }
    }
  }

  private mutating func flowPair() -> YAMLNode.Pair? {
    guard let key = key(), let value = flowText() else { return nil }
    return YAMLNode.Pair(key: key, value: value)
  }

  /// A plain value in brackets: letters, with spaces and hyphens between them.
  private mutating func flowText() -> YAMLNode? {
    let start = position
    guard let first = current, first.isLetter else { return nil }
    while let byte = current, byte.isLetter || byte == .space || byte == UInt8(ascii: "-") { position += 1 }
    return plain(start, trimmed(start, position))
  }

  // MARK: - Bytes

  private var current: UInt8? { position < bytes.count ? bytes[position] : nil }

  /// Whether the next eight bytes are there and all of characters beyond ASCII.
  private func isBeyondASCII(_ position: Int) -> Bool {
    guard position + 8 <= bytes.count else { return false }
    let word = UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: position, as: UInt64.self)
    return word & 0x8080_8080_8080_8080 == 0x8080_8080_8080_8080
  }

  @discardableResult
  private mutating func skipSpaces() -> UInt8? {
    while current == .space { position += 1 }
    return current
  }

  private func trimmed(_ start: Int, _ end: Int) -> Int {
    var end = end
    while end > start, bytes[end - 1] == .space { end -= 1 }
    return end
  }

  private func plain(_ start: Int, _ end: Int) -> YAMLNode {
    YAMLNode(.scalar(text(start, end), isPlain: true), range: range(start, end))
  }

  private func text(_ start: Int, _ end: Int) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<end]), as: UTF8.self)
  }

  private func range(_ start: Int, _ end: Int) -> ByteRange { ByteRange(base + start, base + end) }

  /// Whether there are no control characters but line feeds, and none of the characters that libyaml takes for a line
  /// break or refuses.
  private static func hasOnlyCommonCharacters(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let isCommonAlways = isCommonAlways
    for i in bytes.indices where !isCommonAlways[Int(bytes[i])] {
      switch bytes[i] {
      // U+2000 to U+203F: the quotation marks and dashes of Chinese text, but for the line separators.
      case 0xE2 where i + 2 < bytes.count && bytes[i + 1] == 0x80 && bytes[i + 2] & 0xFE == 0xA8: return false
      case 0xE2: continue
      // Full-width forms; not U+FEFF and what is no character.
      case 0xEF where i + 1 < bytes.count && bytes[i + 1] != 0xBB && bytes[i + 1] != 0xBF: continue
      default: return false
      }
    }
    return true
  }

  /// By byte, whether it is part of a common character whatever comes after it.
  private static let isCommonAlways: [Bool] = (0...255).map { (byte: UInt8) in
    switch byte {
    case .lineFeed, 0x20..<0x7F, 0x80..<0xC2, 0xC3..<0xE2, 0xE3..<0xEF: true
    default: false
    }
  }
}

extension UInt8 {
  fileprivate static let space = UInt8(ascii: " ")
  fileprivate static let colon = UInt8(ascii: ":")
  fileprivate static let lineFeed = UInt8(ascii: "\n")

  /// A letter, a digit, an underscore, or part of a character beyond ASCII: means nothing to YAML anywhere.
  fileprivate var isLetter: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...:
      true
    default: false
    }
  }
}
