import Search
import TestSupport

/// Chinese-like documents from a seeded generator: few characters and common phrases, so that strings repeat.
struct GeneratedCorpus {
  private(set) var samples: [Sample] = []

  private static let phrases = [
    "县级以上", "人民政府", "社会保险", "管理办法", "应当", "不得", "信息公开", "主管部门", "(试行)", "第十二条", "2019年",
    "２０２０年1月", "PM2.5", "〔2017〕12号", "国务院", "國務院", "，", "。", "\n", " ", "、", "的", "和", "𠮷", "<b>&\"",
    "e\u{301}", "ﾊﾟ",
  ]
  private static let characters = Array("天地人水火木金土山川日月年号一二三大小上下")

  init(count: Int, seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for i in 0..<count {
      let length = i % 40 == 0 ? 3_000 : Int.random(in: 5...200, using: &random)
      let year = 2000 + Int.random(in: 0..<20, using: &random)
      let month = Int.random(in: 1...12, using: &random)
      let date = i % 50 == 49 ? "" : "\(year)-\(month < 10 ? "0" : "")\(month)-15"
      let title = Self.text(8, &random).split(separator: "\n").joined()
      samples.append(
        Sample(
          SearchEntry(key: "000/\(i)", date: date, title: title), url: "/d/\(i).html", numbers: ["〔\(year)〕\(i)号"],
          text: Self.text(length, &random),
          facets: [.init(name: "theme", value: "主题\(i % 4)"), .init(name: "theme", value: "共\(i % 2)")]))
    }
  }

  static func text(_ pieces: Int, _ random: inout SeededGenerator) -> String {
    var out = ""
    for _ in 0..<pieces {
      if Bool.random(using: &random) {
        out += phrases[Int.random(in: 0..<phrases.count, using: &random)]
      } else {
        out.append(characters[Int.random(in: 0..<characters.count, using: &random)])
      }
    }
    return out
  }
}
