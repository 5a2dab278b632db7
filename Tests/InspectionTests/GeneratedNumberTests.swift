import Chronology
import TestSupport
import Testing

@testable import Inspection

/// Ten thousand true numbers of each kind, each within prose, a Markdown table or CSV, and all in a document of Word
/// and a workbook.
@Suite struct GeneratedNumberTests {
  @Test func findsEveryIdentityNumber() {
    var random = SeededGenerator(seed: 11_643)
    expectAllFound(.identityNumber, using: &random) { random in
      let province = [11, 12, 13, 21, 31, 37, 42, 44, 51, 62, 65, 71].randomElement(using: &random) ?? 11
      let date = CivilDate(dayNumber: Int.random(in: -14_600...19_000, using: &random))?.description ?? ""
      let area = String(Int.random(in: 10_100...19_099, using: &random)).dropFirst()
      let sequence = String(Int.random(in: 1_000...1_999, using: &random)).dropFirst()
      let number = "\(province)\(area)\(date.filter { $0 != "-" })\(sequence)0".withCheckDigit
      let parted = "\(number.prefix(6)) \(number.dropFirst(6).prefix(8)) \(number.suffix(4))"
      let forms = [number, number, number.lowercased(), Self.fullWidth(number), parted]
      return forms.randomElement(using: &random) ?? number
    }
  }

  @Test func findsEveryMobileNumber() {
    var random = SeededGenerator(seed: 1_180)
    expectAllFound(.mobileNumber, using: &random) { random in
      let number = "1" + String(Int.random(in: 3_000_000_000...9_999_999_999, using: &random))
      let parted = "\(number.prefix(3))-\(number.dropFirst(3).prefix(4))-\(number.suffix(4))"
      return [number, number, "+86" + number, Self.fullWidth(number), parted].randomElement(using: &random) ?? number
    }
  }

  @Test func findsEveryCard() {
    var random = SeededGenerator(seed: 14_504)
    expectAllFound(.bankCard, using: &random) { random in
      let length = Bool.random(using: &random) ? 16 : 19
      let issuer = String(Int.random(in: 621_000...629_999, using: &random))
      let account = (issuer.count..<length).map { _ in String(Int.random(in: 0...9, using: &random)) }.joined()
      let number = (issuer + account).withLuhnDigit
      let parted = stride(from: 0, to: length, by: 4).map { number.dropFirst($0).prefix(4) }.joined(separator: " ")
      return [number, number, Self.fullWidth(number), parted].randomElement(using: &random) ?? number
    }
  }

  private func expectAllFound(
    _ kind: PersonalDataKind, using random: inout SeededGenerator, _ number: (inout SeededGenerator) -> String
  ) {
    var missed: [String] = []
    var all: [String] = []
    for _ in 0..<10_000 {
      let number = number(&random)
      all.append(number)
      let text = Self.settings.randomElement(using: &random).map { $0.before + number + $0.after } ?? number
      let findings = found(text)
      if findings.map(\.kind) != [kind] || shown(findings[0].range, of: text) != number { missed.append(text) }
    }
    #expect(missed.isEmpty, "\(missed.count) missed, first \(missed.prefix(3))")
    for (name, archive) in [("docx", Self.document(of: all)), ("xlsx", Self.workbook(of: all))] {
      let text = (try? AttachmentText.text(of: archive)).flatMap { $0 } ?? []
      let findings = found(String(decoding: text, as: UTF8.self))
      #expect(findings.count { $0.kind == kind } == all.count, "\(findings.count) in \(name)")
    }
  }

  private static func document(of numbers: [String]) -> [UInt8] {
    let paragraphs = numbers.map { "<w:p><w:r><w:t>当事人（号码\($0)）提出申请。</w:t></w:r></w:p>" }
    return TestArchive.word(paragraphs.joined(), isDeflated: false)
  }

  private static func workbook(of numbers: [String]) -> [UInt8] {
    let rows = numbers.map {
      "<row><c t=\"inlineStr\"><is><t>甲</t></is></c><c t=\"inlineStr\"><is><t>\($0)</t></is></c></row>"
    }
    return TestArchive.zip([
      .init(name: "xl/workbook.xml", contents: Array("<workbook/>".utf8)),
      .init(name: "xl/worksheets/sheet1.xml", contents: Array("<sheetData>\(rows.joined())</sheetData>".utf8)),
    ])
  }

  private static let settings: [(before: String, after: String)] = [
    ("经查，当事人张三（号码", "）于2017年5月12日提出申请，依据示例规〔2017〕12号文件办理。"), ("请与李四联系，", "，办公电话0632-7711234。"),
    ("| 序号 | 内容 |\n|---|---|\n| 1 | ", " |\n| 2 | 无 |\n"),
    ("序号,内容,日期\n1,", ",2017-05-12\n"), ("1\t", "\t男\n"), ("", ""),
    ("索引号 000014349/2017-00110 ", "\n"),
  ]

  private static func fullWidth(_ number: String) -> String {
    String(String.UnicodeScalarView(number.unicodeScalars.compactMap { Unicode.Scalar($0.value + 0xFEE0) }))
  }
}
