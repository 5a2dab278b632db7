import Diagnostics

/// Finds the tags of an HTML fragment: enough to judge markup that an editor took from a portal.
struct MarkupScanner {
  struct Attribute {
    /// In lower case.
    let name: String
    let value: String
    let range: ByteRange
  }

  enum Event {
    case start(name: String, attributes: [Attribute], range: ByteRange, isClosed: Bool)
    case end(name: String, range: ByteRange)
    /// `<!DOCTYPE …>`, `<?…>` or a comment or tag that does not end.
    case other(range: ByteRange)
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  mutating func next() -> Event? {
    while let start = bytes[position...].firstIndex(of: UInt8(ascii: "<")) {
      if bytes[start...].starts(with: "<!--".utf8) {
        guard let end = endOfComment(from: start) else { return rest(from: start) }
        position = end
        continue
      }
      position = start + 1
      guard position < bytes.count else { return nil }
      let isEnd = bytes[position] == UInt8(ascii: "/")
      if isEnd { position += 1 }
      let name = name()
      if name.isEmpty {
        guard isEnd || [UInt8(ascii: "!"), UInt8(ascii: "?")].contains(bytes[position]) else { continue }
        return rest(from: start)
      }
      return tag(name, isEnd: isEnd, from: start)
    }
    return nil
  }

  private mutating func tag(_ name: String, isEnd: Bool, from start: Int) -> Event {
    var attributes: [Attribute] = []
    var isClosed = false
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: ">"):
        position += 1
        let range = ByteRange(start, position)
        return isEnd
          ? .end(name: name, range: range)
          : .start(name: name, attributes: attributes, range: range, isClosed: isClosed)
      case UInt8(ascii: "/"):
        isClosed = true
        position += 1
      case ...0x20: position += 1
      default:
        isClosed = false
        attributes.append(attribute())
      }
    }
    return rest(from: start)
  }

  private mutating func attribute() -> Attribute {
    let start = position
    let name = text { $0 > 0x20 && !"=>/".utf8.contains($0) }.lowercased()
    if position == start { position += 1 }
    skipSpace()
    guard position < bytes.count, bytes[position] == UInt8(ascii: "=") else {
      return Attribute(name: name, value: "", range: ByteRange(start, position))
    }
    position += 1
    skipSpace()
    guard position < bytes.count else { return Attribute(name: name, value: "", range: ByteRange(start, position)) }
    let quote = bytes[position]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      let value = text { $0 > 0x20 && $0 != UInt8(ascii: ">") }
      return Attribute(name: name, value: value, range: ByteRange(start, position))
    }
    position += 1
    let value = text { $0 != quote }
    position = min(position + 1, bytes.count)
    return Attribute(name: name, value: value, range: ByteRange(start, position))
  }

  private mutating func name() -> String {
    guard position < bytes.count, bytes[position].isASCIILetter else { return "" }
    return text { $0.isASCIILetter || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-") }.lowercased()
  }

  private mutating func text(while isPart: (UInt8) -> Bool) -> String {
    let part = bytes[position...].prefix(while: isPart)
    position = part.endIndex
    return String(decoding: part, as: UTF8.self)
  }

  private mutating func skipSpace() { position = bytes[position...].prefix { $0 <= 0x20 }.endIndex }

  private func endOfComment(from start: Int) -> Int? {
    var i = start + 4
    while i + 3 <= bytes.count {
      if bytes[i...].starts(with: "-->".utf8) { return i + 3 }
      i += 1
    }
    return nil
  }

  private mutating func rest(from start: Int) -> Event {
    position = bytes.count
    return .other(range: ByteRange(start, min(start + 1, bytes.count)))
  }
}

extension UInt8 {
  fileprivate var isASCIILetter: Bool { (0x61...0x7A).contains(self | 0x20) }
}
