/// Tells a home address down to the house number from the addresses of offices, streets and villages.
///
/// An address is a home's when one of these holds:
/// 1. a stairway and a flat: `5号楼2单元301室`, `2单元301`; offices are not numbered by stairway;
/// 2. a building and a room, `3号楼501室`, where the same clause names a residence (小区、公寓、宿舍 …) or says that
///    somebody lives there (住址 …), and names no office (大厦、中心、机关 …);
/// 3. a village group and a number: `赵村3组12号`;
/// 4. a house number after 住址、家庭地址 or 户籍地址.
/// A clause with 某 is masked already.
///
/// So `承水中路187号承汇大厦` and `行政中心3号楼501室` are no findings, and neither is `和谐小区3号楼`, which stops
/// short of the home.
enum HomeAddress {
  private static let dwellings: WordList = [
    "小区", "花园", "家园", "公寓", "新村", "苑", "宿舍", "家属", "嘉园", "佳园", "雅居", "华庭", "华府", "安置房", "廉租房",
    "公租房", "住宅", "家住", "居住", "现住",
  ]
  private static let residenceLabels: WordList = ["住址", "家庭地址", "户籍地址", "户口所在地"]
  private static let offices: WordList = [
    "大厦", "大楼", "中心", "办公", "机关", "政府", "法院", "学校", "产业园", "科技园", "写字楼", "商务", "局", "委员会",
  ]
  private static let buildings: WordList = ["号楼", "栋", "幢", "座"]
  private static let villages: WordList = ["村", "屯", "庄", "寨", "社区", "居委会"]
  private static let groups: [StaticString] = ["组", "队", "社"]
  /// After a bare number these make it a quantity: `3个单元12户`.
  private static let counters: [StaticString] = [
    "户", "套", "个", "人", "元", "课", "年", "月", "日", "平", "米", "家", "名", "台", "条", "项", "万", "楼", "层", "节", "分",
  ]
  /// After 号 these make it the name of something else: `12号文件`, `5号楼`.
  private static let numberedThings: [StaticString] = [
    "楼", "文", "令", "线", "机", "井", "地", "公告", "通知", "院", "厂", "店", "桥", "矿", "库", "船", "车", "窗",
  ]

  /// An address is looked for this many bytes before its last number: some thirty characters.
  private static let reach = 96
  /// Between the building or stairway and the flat there is room for a storey, `2单元三楼东301`.
  private static let link = 20

  /// The bytes of the home address whose last number is `number`, if there is one.
  @inline(__always)
  static func range(in text: ByteText, endingWith number: Range<Int>) -> Range<Int>? {
    guard let address = address(in: text, endingWith: number) else { return nil }
    return text.firstPosition(of: "某", in: address) == nil ? address : nil
  }

  private static func address(in text: ByteText, endingWith number: Range<Int>) -> Range<Int>? {
    let before = text[number.lowerBound - 1]
    if text.has("室", at: number.upperBound) { return flat(in: text, number, end: number.upperBound + 3) }
    if text.has("号", at: number.upperBound) { return house(in: text, number, end: number.upperBound + 3) }
    if before == 0x83, text.has("单元", before: number.lowerBound) { return bareFlat(in: text, number) }
    return nil
  }

  private static func flat(in text: ByteText, _ number: Range<Int>, end: Int) -> Range<Int>? {
    let clause = clauseStart(in: text, before: number.lowerBound)
    let near = linkStart(in: text, number.lowerBound, clause: clause)..<number.lowerBound
    if let stairway = text.lastPosition(of: "单元", in: near), isNumbered(in: text, before: stairway) {
      return clause..<end
    }
    guard buildings.occurs(in: text, within: near) else { return nil }
    let place = clause..<number.lowerBound
    let isResidence = dwellings.occurs(in: text, within: place) && !offices.occurs(in: text, within: place)
    return isResidence || isLabelled(in: text, number.lowerBound) ? clause..<end : nil
  }

  private static func linkStart(in text: ByteText, _ number: Int, clause: Int) -> Int {
    var start = number
    while start > clause, number - start < link { start = text.characterStart(before: start) }
    return start
  }

  private static func bareFlat(in text: ByteText, _ number: Range<Int>) -> Range<Int>? {
    let stairway = number.lowerBound - 6
    guard (3...4).contains(digits(in: text, number)), isNumbered(in: text, before: stairway),
      !text.hasAny(of: counters, at: number.upperBound)
    else { return nil }
    return clauseStart(in: text, before: number.lowerBound)..<number.upperBound
  }

  private static func house(in text: ByteText, _ number: Range<Int>, end: Int) -> Range<Int>? {
    guard !text.has("〕", before: number.lowerBound), !text.has("第", before: number.lowerBound),
      !text.hasAny(of: numberedThings, at: end)
    else { return nil }
    let clause = clauseStart(in: text, before: number.lowerBound)
    if text.hasAny(of: groups, before: number.lowerBound),
      isNumbered(in: text, before: text.characterStart(before: number.lowerBound))
        || text.has("小组", before: number.lowerBound),
      villages.occurs(in: text, within: clause..<number.lowerBound)
    {
      return clause..<end
    }
    if text.has("单元", before: number.lowerBound), isNumbered(in: text, before: number.lowerBound - 6) {
      return clause..<end
    }
    return isLabelled(in: text, number.lowerBound) ? clause..<end : nil
  }

  private static func isLabelled(in text: ByteText, _ position: Int) -> Bool {
    text.hasLabel(residenceLabels, before: position, reach: reach)
  }

  /// Whether a digit, a Chinese numeral, or a letter stands before `position`: `2单元`, `三组`, `B座`.
  private static func isNumbered(in text: ByteText, before position: Int) -> Bool {
    let start = text.characterStart(before: position)
    let numerals: [StaticString] = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "甲", "乙", "丙", "丁", "东", "西"]
    return text.digit(at: start) != nil || text.isASCIILetter(at: start) || text.hasAny(of: numerals, at: start)
  }

  private static func digits(in text: ByteText, _ number: Range<Int>) -> Int {
    var count = 0
    var position = number.lowerBound
    while position < number.upperBound, let digit = text.digit(at: position) {
      count += 1
      position += digit.width
    }
    return count
  }

  /// Where the clause that holds `position` begins: after punctuation, a space, a table border or a line end.
  private static func clauseStart(in text: ByteText, before position: Int) -> Int {
    let limit = max(0, position - reach)
    var start = position
    while start > limit {
      let character = text.characterStart(before: start)
      if isBorder(in: text, at: character) { break }
      start = character
    }
    return start
  }

  private static func isBorder(in text: ByteText, at position: Int) -> Bool {
    switch text[position] {
    case 0x00...0x22, 0x27...0x2C, 0x2F, 0x3A...0x40, 0x5B...0x5E, 0x60, 0x7B...0x7F: true
    case 0xE3: text[position + 1] == 0x80 && (0x80...0x82).contains(text[position + 2])
    case 0xEF: text.hasAny(of: ["，", "：", "；", "（", "）"], at: position)
    default: false
    }
  }
}
