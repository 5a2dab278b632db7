import Bytes

/// The character the pre-passes put into the text to steer libcmark, U+10FFFF, and how to take it out again.
///
/// A mark can stand in any text: those the source itself has are doubled before any mark is set, so that a run of
/// them holds half as many characters of the source and, when odd, one mark. CommonMark takes it for a letter.
enum Mark {
  static let byteCount = 4
  static let lead: UInt8 = 0xF4
  static let text: StaticString = "\u{10FFFF}"

  /// The first mark, of either kind, at or after `index`.
  @inline(__always)
  static func first(in bytes: UnsafeBufferPointer<UInt8>, from index: Int = 0) -> Int? {
    var index = index
    while let position = bytes.firstIndex(of: lead, from: index) {
      if isMark(bytes, at: position) { return position }
      index = position + 1
    }
    return nil
  }

  static func isMark(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    index + 4 <= bytes.count && bytes[index] == lead && bytes[index + 1] == 0x8F && bytes[index + 2] == 0xBF
      && bytes[index + 3] == 0xBF
  }

  /// Doubles the marks `source` has of its own; says false, and writes nothing, when there are none.
  static func double(in source: UnsafeBufferPointer<UInt8>, into output: inout RewrittenSource) -> Bool {
    guard var mark = first(in: source) else { return false }
    output.begin(with: source)
    var copied = 0
    while true {
      output.copy(copied..<mark + byteCount, of: source)
      output.insert(text, at: mark)
      copied = mark + byteCount
      guard let next = first(in: source, from: copied) else { break }
      mark = next
    }
    output.copy(copied..<source.count, of: source)
    return true
  }

  /// Takes the next piece of the editor's own text off the front of `text`. Nothing at the end.
  ///
  /// Marks are left out, and of doubled characters one remains. Where a line of colons turned out to be text or code
  /// and no container's, the sign put before it is left out too.
  static func nextPiece(of text: inout UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8>? {
    guard !text.isEmpty else { return nil }
    guard let mark = first(in: text) else {
      defer { text = UnsafeBufferPointer(rebasing: text[text.count...]) }
      return text
    }
    let isDoubled = isMark(text, at: mark + byteCount)
    let piece = UnsafeBufferPointer(rebasing: text[..<(isDoubled ? mark + byteCount : mark)])
    text = UnsafeBufferPointer(rebasing: text[(mark + (isDoubled ? 2 : 1) * byteCount)...])
    let isColonLine = !isDoubled && text.first == StructureMark.Kind.container.rawValue
    return isColonLine && piece.suffix(2).elementsEqual("# ".utf8)
      ? UnsafeBufferPointer(rebasing: piece.dropLast(2)) : piece
  }

  /// `text` as the editor wrote it.
  static func removed(from text: UnsafeBufferPointer<UInt8>) -> String {
    guard first(in: text) != nil else { return String(decoding: text, as: UTF8.self) }
    var bytes: [UInt8] = []
    var rest = text
    while let piece = nextPiece(of: &rest) { bytes.append(contentsOf: piece) }
    return String(decoding: bytes, as: UTF8.self)
  }
}
