/// Gives headings and articles `id`s that stay when the text around them, or their wording, is edited.
///
/// Numbered headings are named by their numbers: 第三条 is `art-3`, 第二章 `ch-2`, its 第一节 `ch-2-sec-1`, 一、 `s1`, its
/// （二） `s1-2`, and so on through 1. and （1）. Others are named by their words. A second heading of the same name gets
/// `-2`, the third `-3`.
struct HeadingIdentifiers: ~Copyable {
  private var outline = [0, 0, 0, 0]
  private var chapter = 0
  private var given = IdentifierSet()

  mutating func removeAll() {
    outline = [0, 0, 0, 0]
    chapter = 0
    given.removeAll()
  }

  /// Valid until the next identifier is asked for.
  mutating func identifier(forHeading title: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    writeName(of: title)
    return given.add()
  }

  /// Valid until the next identifier is asked for; nothing for text that is no article.
  mutating func identifier(forArticle text: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8>? {
    guard let article = ArticleNumber(text) else { return nil }
    write(article)
    return given.add()
  }

  private mutating func writeName(of title: UnsafeBufferPointer<UInt8>) {
    if let article = ArticleNumber(title) {
      write(article)
    } else if let found = ArticleNumber.ordinal(title, unit: 0x7AE0) {
      chapter = found.value
      outline = [0, 0, 0, 0]
      given.name.append("ch-")
      given.name.append(chapter)
    } else if let found = ArticleNumber.ordinal(title, unit: 0x8282) {
      if chapter > 0 {
        given.name.append("ch-")
        given.name.append(chapter)
        given.name.append("-")
      }
      given.name.append("sec-")
      given.name.append(found.value)
    } else if let number = OutlineNumber(title) {
      write(number)
    } else {
      Slug.write(of: title, to: &given.name)
    }
  }

  private mutating func write(_ article: ArticleNumber) {
    given.name.append("art-")
    given.name.append(article.value)
    guard let inserted = article.inserted else { return }
    given.name.append("-")
    given.name.append(inserted)
  }

  private mutating func write(_ number: OutlineNumber) {
    outline[number.depth] = number.value
    for depth in outline.indices where depth > number.depth { outline[depth] = 0 }
    var separator: StaticString = "s"
    for value in outline where value > 0 {
      given.name.append(separator)
      given.name.append(value)
      separator = "-"
    }
  }
}

/// The number a heading of an official document starts with, GB/T 9704's four levels: 一、 （一） 1. （1）.
struct OutlineNumber {
  let depth: Int
  let value: Int

  init?(_ title: UnsafeBufferPointer<UInt8>) {
    guard !title.isEmpty else { return nil }
    let (first, length) = Scalars.decode(title, at: 0)
    let isBracketed = first == 0xFF08 || first == 0x28
    let start = isBracketed ? length : 0
    guard let number = ChineseNumber.parse(title, at: start), number.value > 0 else { return nil }
    let end = start + number.length
    guard end < title.count else { return nil }
    let isArabic = title[start] < 0x80 || title[start] == 0xEF
    let (following, followingLength) = Scalars.decode(title, at: end)
    switch (isBracketed, isArabic, following) {
    case (false, false, 0x3001): depth = 0
    case (true, false, 0xFF09), (true, false, 0x29): depth = 1
    case (false, true, 0x3001), (false, true, 0xFF0E): depth = 2
    case (false, true, 0x2E):
      // “3.14” is no heading number.
      let next = end + followingLength
      if next < title.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(title[next]) { return nil }
      depth = 2
    case (true, true, 0xFF09), (true, true, 0x29): depth = 3
    default: return nil
    }
    value = number.value
  }
}
