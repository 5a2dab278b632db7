/// Gives headings and articles `id`s that stay when the text around them, or their wording, is edited.
///
/// Numbered headings are named by their numbers: 第三条 is `art-3`, 第二章 `ch-2`, its 第一节 `ch-2-sec-1`, 一、 `s1`, its
/// （二） `s1-2`, and so on through 1. and （1）. Others are named by their words. A second heading of the same name gets
/// `-2`, the third `-3`.
struct HeadingIdentifiers {
  private var outline: [Int] = [0, 0, 0, 0]
  private var chapter = 0
  private var uses: [String: Int] = [:]

  mutating func removeAll() {
    outline = [0, 0, 0, 0]
    chapter = 0
    uses.removeAll(keepingCapacity: true)
  }

  mutating func identifier(forHeading title: UnsafeBufferPointer<UInt8>) -> String {
    unique(name(title))
  }

  mutating func identifier(forArticle text: UnsafeBufferPointer<UInt8>) -> String? {
    ArticleAnchors.identifier(text).map { unique($0) }
  }

  private mutating func name(_ title: UnsafeBufferPointer<UInt8>) -> String {
    if let article = ArticleAnchors.identifier(title) { return article }
    if let found = ArticleAnchors.ordinal(title, unit: 0x7AE0) {
      chapter = found.value
      outline = [0, 0, 0, 0]
      return "ch-\(chapter)"
    }
    if let found = ArticleAnchors.ordinal(title, unit: 0x8282) {
      return chapter > 0 ? "ch-\(chapter)-sec-\(found.value)" : "sec-\(found.value)"
    }
    if let numbered = OutlineNumber(title) { return outlineName(numbered) }
    return Slug.of(title)
  }

  private mutating func outlineName(_ number: OutlineNumber) -> String {
    outline[number.depth] = number.value
    for depth in (number.depth + 1)..<5 where depth < 4 { outline[depth] = 0 }
    let numbers = outline[...number.depth].filter { $0 > 0 }.map { String($0) }
    return "s" + numbers.joined(separator: "-")
  }

  private mutating func unique(_ name: String) -> String {
    guard var count = uses[name] else {
      uses[name] = 1
      return name
    }
    var candidate: String
    repeat {
      count += 1
      candidate = "\(name)-\(count)"
    } while uses[candidate] != nil
    uses[name] = count
    uses[candidate] = 1
    return candidate
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

/// A heading's words as an `id`: letters, digits and Han stay, the rest becomes hyphens.
enum Slug {
  private static let maximumCharacters = 40

  static func of(_ text: UnsafeBufferPointer<UInt8>) -> String {
    var slug: [UInt8] = []
    var index = 0
    var characters = 0
    while index < text.count, characters < maximumCharacters {
      let (value, length) = Scalars.decode(text, at: index)
      if ChineseCharacter.isIdeographOrKana(value) {
        slug.append(contentsOf: text[index..<index + length])
      } else if let scalar = Unicode.Scalar(value), isKept(scalar) {
        slug.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
      } else if let last = slug.last, last != UInt8(ascii: "-") {
        slug.append(UInt8(ascii: "-"))
      }
      characters += 1
      index += length
    }
    while slug.last == UInt8(ascii: "-") { slug.removeLast() }
    return slug.isEmpty ? "section" : String(decoding: slug, as: UTF8.self)
  }

  private static func isKept(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType == .decimal
  }
}
