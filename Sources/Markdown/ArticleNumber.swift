/// The number an article of a legal text begins with: 第三条, 第三条之一.
struct ArticleNumber {
  let value: Int
  /// 一 of 第三条之一: the article was put in later.
  private(set) var inserted: Int?

  /// Nothing for text that is no article.
  init?(_ text: UnsafeBufferPointer<UInt8>) {
    guard let article = Self.ordinal(text, unit: 0x6761) else { return nil }
    value = article.value
    guard article.end < text.count else { return }
    let (scalar, length) = Scalars.decode(text, at: article.end)
    if scalar == 0x4E4B, let number = ChineseNumber.parse(text, at: article.end + length) {
      inserted = number.value
      return
    }
    // “第三条规定的……” in running text is a reference, not the article; an article's number is followed by a space
    // (the ideographic one in official print), or by nothing, or stands alone in bold.
    guard Self.isSpace(scalar) else { return nil }
  }

  /// N of 第N章, 第N节, 第N条, and where it ends.
  static func ordinal(_ text: UnsafeBufferPointer<UInt8>, unit: UInt32) -> (value: Int, end: Int)? {
    guard text.count > 6, Scalars.decode(text, at: 0).value == 0x7B2C else { return nil }
    guard let number = ChineseNumber.parse(text, at: 3), 3 + number.length < text.count else { return nil }
    let (scalar, length) = Scalars.decode(text, at: 3 + number.length)
    return scalar == unit ? (number.value, 3 + number.length + length) : nil
  }

  private static func isSpace(_ c: UInt32) -> Bool { c == 0x20 || c == 0x09 || c == 0x3000 || c == 0xA0 || c == 0x0A }
}
