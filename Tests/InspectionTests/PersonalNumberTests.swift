import Testing

@testable import Inspection

func found(_ text: String) -> [PersonalDataFinding] {
  PersonalDataDetector().findings(in: Array(text.utf8).span)
}

func kinds(_ text: String) -> [PersonalDataKind] { found(text).map(\.kind) }

/// The part of `text` a finding points at.
func shown(_ range: Range<Int>, of text: String) -> String {
  String(decoding: Array(text.utf8)[range], as: UTF8.self)
}

@Suite struct PersonalNumberTests {
  @Test(arguments: [
    "11010119900307897X", "11010119900307897x", "11010119900307897Ｘ", "１１０１０１１９９００３０７８９７Ｘ",
    "110101 19900307 897X", "110101-19900307-897X", "110101 1990 0307 897X", "110101　19900307　897X",
    "440524188001010014".replacingBirthYear,
  ])
  func findsIdentityNumbers(number: String) {
    for text in ["\(number)", "身份证号：\(number)。", "张三,\(number),男", "| 张三 | \(number) |", "ID\(number)"] {
      #expect(kinds(text) == [.identityNumber], "\(text)")
      #expect(found(text).map { shown($0.range, of: text) } == [number])
    }
  }

  @Test func findsTheIdentityNumberInsideADisabledPersonsCertificate() {
    let certificate = "110101199003074530".withCheckDigit + "42"
    #expect(kinds("残疾人证号：\(certificate)") == [.identityNumber])
    #expect(kinds("残疾人证号：11010119900307897X42") == [.identityNumber])
    #expect(kinds("流水号：\("110101199003074530".withCheckDigit)99").isEmpty)
  }

  @Test(arguments: [
    "110101199003078971",  // wrong check digit
    "11010119901307897X",  // month 13
    "00010119900307897X",  // no such province
    "110101199003078",  // too short, and the district's date does not fit
    "113703040042181387/2026-5565485", "索引号：11370322004222241N/2021-5135380",
    "2011010119900307897X", "11010119900307897XY", "000014349/2017-00110", "01527918X-2020-153077",
  ])
  func leavesOtherLongNumbersAlone(text: String) {
    #expect(kinds(text).isEmpty)
  }

  @Test func takesALabelledCreditCodeForACode() throws {
    // A number that fits GB 11643, GB 32100 and GB 11714 at once: only the label can tell.
    let number = try #require(Self.numberOfBothKinds)
    #expect(kinds("统一社会信用代码：\(number)").isEmpty)
    #expect(kinds("身份证号：\(number)") == [.identityNumber])
  }

  private static var numberOfBothKinds: String? {
    (0..<1_000).lazy.flatMap { sequence in
      (1...28).lazy.map { day in
        "1101011990\(day % 2 == 0 ? "03" : "11")\(day < 10 ? "0" : "")\(day)\(String(1_000 + sequence).dropFirst())0"
          .withCheckDigit
      }
    }
    .first { CreditCode($0) != nil }
  }

  @Test func suspectsOldIdentityNumbers() {
    #expect(kinds("身份证110101900307453。") == [.oldIdentityNumber])
    #expect(kinds("110101 900307 453") == [.oldIdentityNumber])
    #expect(kinds("身份证编号：110101900307453") == [.oldIdentityNumber])
    #expect(kinds("注册号：110101900307453").isEmpty)
    #expect(kinds("110101901307453").isEmpty)
    #expect(kinds("1101019003074531").isEmpty)
  }

  @Test(arguments: [
    "13812345678", "138 1234 5678", "138-1234-5678", "１３８１２３４５６７８", "+8613812345678", "008613812345678",
    "138\u{A0}1234\u{A0}5678", "138—1234—5678", "199 1234 5678",
  ])
  func findsMobileNumbers(number: String) {
    for text in [number, "联系电话：\(number)（张三）", "张三,\(number),男", "|\(number)|", "tel:\(number)"] {
      #expect(kinds(text) == [.mobileNumber], "\(text)")
      #expect(found(text).map { shown($0.range, of: text) } == [number])
    }
  }

  @Test func findsMobileNumbersBesideOtherNumbers() {
    #expect(kinds("+86 138 1234 5678") == [.mobileNumber])
    #expect(kinds("0632-7711234 13812345678") == [.mobileNumber])
    #expect(kinds("13812345678/13912345678") == [.mobileNumber, .mobileNumber])
    #expect(kinds("13812345678 13912345678") == [.mobileNumber, .mobileNumber])
    #expect(kinds("2017年5月12日13812345678") == [.mobileNumber])
    #expect(kinds("11010119900307897X 13812345678") == [.identityNumber, .mobileNumber])
    #expect(kinds("13812345678@163.com") == [.mobileNumber])
  }

  @Test(arguments: [
    "0632-7711234", "010-12345678", "400-123-4567", "12812345678", "138123456789", "913812345678", "2017-13812345678",
    "13812345678元", "总额￥13812345678", "13812345678.50", "15000000000",
    "http://www.example.gov.cn/post_13812345678.html",
    "http://www.example.gov.cn/art/13812345678/", "image_13812345678", "files/13812345678.jpg", "A13812345678",
    "138****5678", "20170512 1381", "13,812,345,678",
  ])
  func takesNothingElseForAMobileNumber(text: String) {
    #expect(kinds(text).isEmpty)
  }

  @Test(arguments: [
    "6222021234567890128", "6222 0212 3456 7890 128", "6222-0212-3456-7890-128", "4111111111111111",
    "5555555555554444", "6228480402564890018", "6217000010001234564",
  ])
  func findsBankCards(number: String) {
    let number = number.withLuhnDigit
    for text in [number, "开户行账号：\(number)", "张三,\(number),备注"] {
      #expect(kinds(text) == [.bankCard], "\(text)")
      #expect(found(text).map { shown($0.range, of: text) } == [number])
    }
  }

  @Test(arguments: [
    "6222021234567890127",  // Luhn fails
    "1234567812345670",  // no issuer
    "62220212345678901281",  // 20 digits
    "索引号：6222021234567890128", "620102201705120007",
  ])
  func takesNothingElseForACard(text: String) {
    #expect(kinds(text).isEmpty)
  }
}

extension String {
  /// The number with its last digit made right by Luhn's rule; separators stay.
  var withLuhnDigit: String {
    let digits = compactMap(\.wholeNumberValue).dropLast()
    let sum = digits.reversed().enumerated().reduce(0) { sum, item in
      let doubled = item.element * (item.offset % 2 == 0 ? 2 : 1)
      return sum + doubled / 10 + doubled % 10
    }
    return String(dropLast()) + String((10 - sum % 10) % 10)
  }

  /// The number with its last character made right by GB 11643, computed as ISO 7064 says, digit by digit.
  var withCheckDigit: String {
    let remainder = dropLast().reduce(0) { ($0 + ($1.wholeNumberValue ?? 0)) * 2 % 11 }
    let check = (12 - remainder) % 11
    return String(dropLast()) + (check == 10 ? "X" : String(check))
  }

  /// A printed example of the standard, moved to a year the detector accepts.
  fileprivate var replacingBirthYear: String {
    (prefix(6) + "1980" + dropFirst(10)).description.withCheckDigit
  }
}
