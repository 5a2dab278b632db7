import Testing

@testable import Search

@Suite struct FoldTests {
  @Test(arguments: [
    ("ＰＭ２．５", "pm2.5"), ("〔2017〕［2017］【2017】", "[2017][2017][2017]"), ("“引”「引」", "\"引\"\"引\""), ("a－b—c–d", "a-b-c-d"),
    ("社会 保险\u{3000}\n\u{200B}\u{AD}法", "社会保险法"), ("國務院條例", "国务院条例"), ("乾隆著", "乾隆著"), ("㎡", "m2"), ("e\u{301}É", "éé"),
    ("ﾊﾟ", "パ"), ("𠮷", "𠮷"), ("…", "..."), ("豈", "岂"),
  ])
  func folds(text: String, folded: String) {
    #expect(String(decoding: Fold.withTraditional.units(of: text), as: UTF16.self) == folded)
  }

  @Test func keepsTraditionalCharactersWhenAsked() {
    #expect(Fold.withoutTraditional.units(of: "國") == Array("國".utf16))
  }

  @Test func isIdempotentAndHasNoCapitals() {
    for value in UInt32(0)..<0x11_0000 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let once = Fold.withTraditional.units(of: String(scalar))
      let capital = once.first { (0x41...0x5A).contains($0) }
      #expect(capital == nil, "U+\(String(value, radix: 16))")
    }
  }

  struct Request: Encodable {
    var op = "fold"
    var text: [String]
  }

  /// Every scalar of the frozen Unicode version, each also behind a letter and before a combining mark.
  @Test(.enabled(if: TemporarySite.hasNode)) func theReaderFoldsAsTheBuilder() throws {
    var texts: [String] = []
    for value in UInt32(0)..<0x11_0000 {
      guard let scalar = Unicode.Scalar(value), let age = scalar.properties.age, age <= (14, 0) else { continue }
      texts.append(String(scalar))
    }
    for base in "aeouAnかハ人".unicodeScalars {
      let marks: [UInt32] = [0x300, 0x301, 0x302, 0x304, 0x308, 0x30A, 0x30C, 0x323, 0x3099, 0x309A]
      for mark in marks.compactMap(Unicode.Scalar.init) {
        texts.append("x\(base)\(mark)")
        texts.append("\(base)\(mark)\u{323}")
      }
    }
    let site = try TemporarySite(try files(of: GeneratedCorpus(count: 3, seed: 1).samples))
    let answers = try site.ask([Request(text: texts)], as: [String].self)[0]
    #expect(answers.count == texts.count)
    var differences: [String] = []
    for (text, answer) in zip(texts, answers) where Fold.withTraditional.units(of: text) != Array(answer.utf16) {
      differences.append(text.unicodeScalars.map { String($0.value, radix: 16) }.joined(separator: "+"))
    }
    #expect(differences.isEmpty, "\(differences.count): \(differences.prefix(20))")
  }
}
