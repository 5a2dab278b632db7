/// Reads XML as a row of tags and texts, as far as taking text out of office documents needs it: no DTD, no
/// namespaces beyond dropping the prefix, no check that tags match.
struct XMLScanner {
  enum Event: Equatable {
    /// The name without its prefix.
    case open(String, isEmpty: Bool)
    case close(String)
    /// Characters with entities resolved; never empty.
    case text([UInt8])
  }

  private let bytes: [UInt8]
  private var position = 0
  /// Where the attributes of the last opened tag stand.
  private var attributes = 0..<0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The next tag or text, or `nil` at the end.
  mutating func next() throws(AttachmentFailure) -> Event? {
    while position < bytes.count {
      if bytes[position] != UInt8(ascii: "<") { return .text(try text()) }
      if starts("<!--") {
        try skip(past: "-->")
      } else if starts("<![CDATA[") {
        let start = position + 9
        try skip(past: "]]>")
        if start < position - 3 { return .text(Array(bytes[start..<position - 3])) }
      } else if starts("<?") {
        try skip(past: "?>")
      } else if starts("<!") {
        // A document type may declare entities that grow without bound. Office documents have none.
        throw .malformedXML
      } else {
        return try tag()
      }
    }
    return nil
  }

  /// The value of an attribute of the tag opened last, by its name without prefix.
  func attribute(_ name: String) -> String? {
    let name = Array(name.utf8)
    for start in attributes where bytes[start...].starts(with: name) {
      let quote = start + name.count + 1
      let before = bytes[start - 1]
      guard quote < attributes.upperBound, bytes[quote - 1] == UInt8(ascii: "="),
        before <= 0x20 || before == UInt8(ascii: ":"),
        let end = bytes[(quote + 1)..<attributes.upperBound].firstIndex(of: bytes[quote])
      else { continue }
      return String(decoding: bytes[(quote + 1)..<end], as: UTF8.self)
    }
    return nil
  }

  private func starts(_ text: StaticString) -> Bool {
    let length = text.utf8CodeUnitCount
    return position + length <= bytes.count
      && (0..<length).allSatisfy { bytes[position + $0] == text.utf8Start[$0] }
  }

  private mutating func skip(past end: StaticString) throws(AttachmentFailure) {
    while position < bytes.count {
      if starts(end) {
        position += end.utf8CodeUnitCount
        return
      }
      position += 1
    }
    throw .malformedXML
  }

  private mutating func tag() throws(AttachmentFailure) -> Event {
    let isClosing = position + 1 < bytes.count && bytes[position + 1] == UInt8(ascii: "/")
    let start = position + (isClosing ? 2 : 1)
    var end = start
    var quote: UInt8?
    while end < bytes.count, quote != nil || bytes[end] != UInt8(ascii: ">") {
      let byte = bytes[end]
      if byte == quote { quote = nil } else if quote == nil, byte == 0x22 || byte == 0x27 { quote = byte }
      end += 1
    }
    guard end < bytes.count else { throw .malformedXML }
    position = end + 1
    let isEmpty = end > start && bytes[end - 1] == UInt8(ascii: "/")
    let inner = bytes[start..<(isEmpty ? end - 1 : end)]
    let full = inner.prefix { $0 > 0x20 }
    guard !full.isEmpty else { throw .malformedXML }
    attributes = full.endIndex..<inner.endIndex
    let local = full.lastIndex(of: UInt8(ascii: ":")).map { full[($0 + 1)...] } ?? full
    let name = String(decoding: local, as: UTF8.self)
    return isClosing ? .close(name) : .open(name, isEmpty: isEmpty)
  }

  private mutating func text() throws(AttachmentFailure) -> [UInt8] {
    var text: [UInt8] = []
    while position < bytes.count, bytes[position] != UInt8(ascii: "<") {
      if bytes[position] == UInt8(ascii: "&") {
        try appendEntity(to: &text)
      } else {
        text.append(bytes[position])
        position += 1
      }
    }
    return text
  }

  private static let entities: [String: UInt8] = ["amp": 0x26, "lt": 0x3C, "gt": 0x3E, "quot": 0x22, "apos": 0x27]

  private mutating func appendEntity(to text: inout [UInt8]) throws(AttachmentFailure) {
    guard let end = bytes[position...].prefix(12).firstIndex(of: UInt8(ascii: ";")) else { throw .malformedXML }
    let name = String(decoding: bytes[(position + 1)..<end], as: UTF8.self)
    position = end + 1
    if let byte = Self.entities[name] {
      text.append(byte)
      return
    }
    let number = name.hasPrefix("#x") ? UInt32(name.dropFirst(2), radix: 16) : UInt32(name.dropFirst())
    guard name.hasPrefix("#"), let scalar = number.flatMap(Unicode.Scalar.init) else { throw .malformedXML }
    text += Array(String(scalar).utf8)
  }
}
