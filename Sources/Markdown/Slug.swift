import Bytes

/// A heading's words as an `id`: letters, digits and Han stay, the rest becomes hyphens.
enum Slug {
  private static let maximumCharacters = 40

  /// Adds the slug of `text` to `output`, which is empty.
  static func write(of text: UnsafeBufferPointer<UInt8>, to output: inout ByteBuffer) {
    var index = 0
    var characters = 0
    while index < text.count, characters < maximumCharacters {
      let (value, length) = Scalars.decode(text, at: index)
      if ChineseCharacter.isIdeographOrKana(value) {
        output.append(UnsafeBufferPointer(rebasing: text[index..<index + length]))
      } else if let scalar = Unicode.Scalar(value), isKept(scalar) {
        output.append(contentsOf: scalar.properties.lowercaseMapping)
      } else if let last = output.last, last != UInt8(ascii: "-") {
        output.append(UInt8(ascii: "-"))
      }
      characters += 1
      index += length
    }
    while output.last == UInt8(ascii: "-") { output.truncate(to: output.count - 1) }
    if output.count == 0 { output.append("section") }
  }

  private static func isKept(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType == .decimal
  }
}
