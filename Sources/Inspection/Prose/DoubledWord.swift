/// A word written twice in a row by mistake: 公开公开, 的的.
public struct DoubledWord: Sendable, Hashable {
  /// The word, once.
  public let word: String
  /// The bytes of both.
  public let range: Range<Int>

  /// The doubled words of `text`, in order: words of two to four Chinese characters that come twice at once, and
  /// 的, 了, 和, 与, 在 and 是 where no other word explains the repetition.
  ///
  /// Reduplication of a single character (常常, 人人, 层层) is the language at work and never reported; of two, what
  /// is (一步一步, 研究研究) is allowed for.
  public static func words(in text: Span<UInt8>) -> [DoubledWord] {
    text.withByteText { text in
      var words: [DoubledWord] = []
      var position = 0
      while let start = LandmarkScan.nextRepeat(in: text, from: position) {
        position = start + 3
        guard let length = lengthOfDouble(in: text, at: start) else { continue }
        position = start + 2 * length
        words.append(DoubledWord(word: text.string(start..<start + length), range: start..<position))
      }
      return words
    }
  }

  /// In bytes: the word that comes twice from `start` on, the shortest if there are several.
  private static func lengthOfDouble(in text: ByteText, at start: Int) -> Int? {
    if comesAgain(3, in: text, at: start), isDoubledParticle(in: text, at: start) { return 3 }
    for length in stride(from: 6, through: 12, by: 3) where isDoubled(length, in: text, at: start) { return length }
    return nil
  }

  private static func isDoubled(_ length: Int, in text: ByteText, at start: Int) -> Bool {
    guard comesAgain(length, in: text, at: start) else { return false }
    for offset in stride(from: 0, to: length, by: 3) where !text.isHan(at: start + offset) { return false }
    return !isLegitimate(length, in: text, at: start)
  }

  private static func comesAgain(_ length: Int, in text: ByteText, at start: Int) -> Bool {
    for position in start..<start + length where text[position] != text[position + length] { return false }
    return true
  }

  /// Verbs that are doubled for "a little"; words that are noun and verb, or that end one word and begin the next
  /// (本规定规定的, 经济组织组织开展, 上一年度年度报告, 申请人申请人民法院); and halves of neighbouring words
  /// (企业创业创新, 使用信用信息, 共建共治).
  private static let allowed: [StaticString] = [
    "研究", "讨论", "商量", "学习", "考虑", "非常", "哈哈", "多少", "规定", "组织", "代表", "申请", "接受", "出版", "出租", "保管", "设计",
    "装箱", "年度", "公司", "政府", "定罪", "行政区", "会委员", "等教育", "有土地", "对企业", "业创", "用信", "建共", "测预", "级分", "强自", "权同",
    "理处", "人一",
  ]

  private static func isLegitimate(_ length: Int, in text: ByteText, at start: Int) -> Bool {
    if text.hasAny(of: allowed, at: start) { return true }
    // 其供应的水的水质: 的 parts two words.
    if text.firstPosition(of: "的", in: start..<start + length) != nil { return true }
    // 一步一步, 逐条逐条, 某某某某; a year such as 二〇二〇.
    if text.hasAny(of: ["一", "逐", "某", "×"], at: start) { return true }
    let characters = stride(from: start, to: start + length, by: 3)
    return characters.allSatisfy { ChineseNumeral.isDigit(in: text, at: $0) }
      || characters.allSatisfy { position in (0..<3).allSatisfy { text[position + $0] == text[start + $0] } }
  }

  /// A particle, what may stand before its double, and what may stand after, so that one of the two belongs to
  /// another word: 目的的, 为了了解, 总和和.
  private static let particles: [(word: StaticString, before: [StaticString], after: [StaticString])] = [
    ("的", ["目", "标", "有", "似"], ["确", "士", "话"]),
    ("了", ["不", "为"], ["解", "结", "却", "然", "如", "望", "事", "无"]),
    (
      "和", ["总", "温", "饱", "缓", "随", "共", "调", "柔", "祥", "亲", "附", "应", "暖", "平", "谐", "求"],
      ["平", "谐", "解", "睦", "气", "美", "好", "约", "蔼", "田", "县", "亲", "硕", "林", "政", "顺"]
    ),
    ("与", ["参", "给", "赋", "付", "授"], ["否", "会"]),
    (
      "在", ["存", "现", "所", "潜", "内", "实", "自", "正", "旨"], ["职", "校", "建", "线", "册", "编", "读", "押", "于", "场", "岗", "逃"]
    ),
    ("是", ["但", "而", "还", "于", "总", "凡", "只", "就", "或", "可"], ["非", "否"]),
  ]

  private static func isDoubledParticle(in text: ByteText, at start: Int) -> Bool {
    guard let particle = particles.first(where: { text.has($0.word, at: start) }) else { return false }
    let isThird = text.has(particle.word, before: start)
    return !isThird && !text.hasAny(of: particle.before, before: start)
      && !text.hasAny(of: particle.after, at: start + 6)
  }
}
