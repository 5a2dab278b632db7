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
      var words = particles(in: text)
      for length in 2...4 { words += repetitions(ofLength: length * 3, in: text) }
      words.sort { ($0.range.lowerBound, $0.range.count) < ($1.range.lowerBound, $1.range.count) }
      return words.reduce(into: []) { kept, word in
        if kept.last.map({ $0.range.upperBound <= word.range.lowerBound }) ?? true { kept.append(word) }
      }
    }
  }

  private static func repetitions(ofLength length: Int, in text: ByteText) -> [DoubledWord] {
    var words: [DoubledWord] = []
    var position = 0
    while let start = LandmarkScan.nextRepeat(at: length, in: text, from: position) {
      position = start + 1
      guard text.isHan(at: start), isDoubled(length, in: text, at: start) else { continue }
      words.append(DoubledWord(word: text.string(start..<start + length), range: start..<start + 2 * length))
      position = start + 2 * length
    }
    return words
  }

  private static func isDoubled(_ length: Int, in text: ByteText, at start: Int) -> Bool {
    for offset in stride(from: 0, to: length, by: 3) where !text.isHan(at: start + offset) { return false }
    for offset in 0..<length where text[start + offset] != text[start + length + offset] { return false }
    return !isLegitimate(length, in: text, at: start)
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

  private static func particles(in text: ByteText) -> [DoubledWord] {
    var words: [DoubledWord] = []
    var position = 0
    while let start = LandmarkScan.nextRepeat(at: 3, in: text, from: position) {
      position = start + 1
      guard let particle = particles.first(where: { text.has($0.word, at: start) }) else { continue }
      position = start + 6
      let isThird = text.has(particle.word, before: start)
      if isThird || text.hasAny(of: particle.before, before: start) || text.hasAny(of: particle.after, at: start + 6) {
        continue
      }
      words.append(DoubledWord(word: text.string(start..<start + 3), range: start..<start + 6))
    }
    return words
  }
}
