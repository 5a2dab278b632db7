/// The numbers that headings of official documents start with.
public enum Numbering {
  /// The level of a heading: 2 for 一、, 3 for （一）, 4 for 1. before a short title; `nil` for a sentence.
  public static func headingLevel(_ line: String) -> Int? {
    guard line.count <= 40, !line.hasSuffix("。"), !line.hasSuffix("；") else { return nil }
    guard let level = level(line) else { return nil }
    // Arabic numbers begin the items of lists too: as a heading only what has no clause in it.
    return level < 4 || !line.contains(where: { "，；。：、".contains($0) }) ? level : nil
  }

  public static func level(_ line: String) -> Int? {
    let arabic = line.prefix { $0.isASCII && $0.isNumber }
    if (1...2).contains(arabic.count) {
      let rest = line.dropFirst(arabic.count)
      guard let mark = rest.first, ".．、".contains(mark), rest.dropFirst().first?.isNumber == false else { return nil }
      return 4
    }
    let digits = line.drop { $0 == "（" || $0 == "(" }
    let rest = digits.drop { "一二三四五六七八九十".contains($0) }
    guard digits.startIndex != rest.startIndex else { return nil }
    if digits.startIndex == line.startIndex { return rest.first == "、" ? 2 : nil }
    return rest.first == "）" || rest.first == ")" ? 3 : nil
  }
}
