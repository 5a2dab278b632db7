/// Articles of a legal text: 第三条 at the start of a paragraph or heading.
enum ArticleAnchors {
  /// `art-3` for 第三条, `art-3-1` for 第三条之一; nothing for other text.
  static func identifier(_ text: UnsafeBufferPointer<UInt8>) -> String? {
    guard let article = ordinal(text, unit: 0x6761) else { return nil }
    guard article.end < text.count else { return "art-\(article.value)" }
    let (scalar, length) = Scalars.decode(text, at: article.end)
    if scalar == 0x4E4B, let inserted = ChineseNumber.parse(text, at: article.end + length) {
      return "art-\(article.value)-\(inserted.value)"
    }
    // “第三条规定的……” in running text is a reference, not the article; an article's number is followed by a space
    // (the ideographic one in official print), or by nothing, or stands alone in bold.
    return isSpace(scalar) ? "art-\(article.value)" : nil
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
