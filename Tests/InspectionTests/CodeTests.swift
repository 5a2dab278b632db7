import Testing

@testable import Inspection

@Suite struct OrganizationCodeTests {
  @Test(arguments: ["000014349", "01441633-0", "014416330", "01527918X", "000000000"])
  func acceptsRealCodes(code: String) {
    #expect(OrganizationCode(code) != nil)
  }

  @Test(arguments: ["000014348", "0142768-8", "035210000", "00001434", "0000143499", "01527918x", "０００014349", ""])
  func refusesOthers(code: String) {
    #expect(OrganizationCode(code) == nil)
  }

  @Test(arguments: [
    "11370322004222241N", "113703040042181387", "1137078555222300XQ", "11441700007280420Y", "1133068200259085XF",
    "11341702486344515H",
  ])
  func acceptsRealCreditCodes(code: String) throws {
    let code = try #require(CreditCode(code))
    #expect(code.organizationCode?.description == String(code.description.dropFirst(8).dropLast()))
  }

  @Test(arguments: ["11370322004222241M", "1137032200422224IN", "11370322004222240N", "1137032200422224", ""])
  func refusesOtherCreditCodes(code: String) {
    #expect(CreditCode(code) == nil)
  }
}

@Suite struct IndexNumberTests {
  @Test(arguments: [
    ("{org}/{year}-{serial:5}", "000014349/2017-00110", "000014349", 2017, 110),
    ("{org}-{year}-{serial:6}", "01527918X-2020-153077", "01527918X", 2020, 153_077),
    ("{credit}/{year}-{serial:7}", "113703040042181387/2026-5565485", "113703040042181387", 2026, 5_565_485),
    ("{credit}/{year}{month}-{serial:5}", "11341702486344515H/202110-00013", "11341702486344515H", 2021, 13),
    ("{unit:9}/{year}-{serial:5}", "0142768-8/2022-00185", "0142768-8", 2022, 185),
    ("XX-{year}-{serial:3}", "XX-2020-007", "", 2020, 7),
  ])
  func readsAndWrites(pattern: String, text: String, unit: String, year: Int, serial: Int) throws {
    let pattern = try IndexNumberPattern(pattern)
    let number = try pattern.parse(text)
    #expect(number.unit == unit)
    #expect(number.year == year)
    #expect(number.serial == serial)
    #expect(pattern.format(number) == text)
    let next = pattern.next(unit: unit, year: year, month: number.month, after: [number])
    #expect(next?.hasSuffix("\(serial + 1)") == true)
  }

  @Test(arguments: [
    ("000014348/2017-00110", IndexNumber.Mistake.Reason.checkCharacter(expected: "9"), 0),
    ("/2021-None", .checkCharacter(expected: nil), 0), ("000014349-2017-00110", .form, 9),
    ("000014349/2017-0011", .form, 19), ("000014349/2017-001100", .form, 20), ("000014349/0017-00110", .year, 10),
    ("000014349/2017-00000", .serial, 15), ("000014349/2017-0o110", .form, 16), ("", .form, 0),
  ])
  func tellsWhatIsWrongAndWhere(text: String, reason: IndexNumber.Mistake.Reason, offset: Int) {
    #expect(throws: IndexNumber.Mistake(reason: reason, offset: offset)) { try IndexNumberPattern.national.parse(text) }
  }

  @Test func countsOnWithinTheYear() {
    let existing = [(2017, 3), (2017, 12), (2016, 40)].map { IndexNumber(unit: "000014349", year: $0.0, serial: $0.1) }
    let pattern = IndexNumberPattern.national
    #expect(pattern.next(unit: "000014349", year: 2017, after: existing) == "000014349/2017-00013")
    #expect(pattern.next(unit: "000014349", year: 2018, after: existing) == "000014349/2018-00001")
    #expect(pattern.next(unit: "000014348", year: 2018, after: existing) == nil)
    let last = IndexNumber(unit: "000014349", year: 2017, serial: 99_999)
    #expect(pattern.next(unit: "000014349", year: 2017, after: [last]) == nil)
  }

  @Test(arguments: [
    ("{org}/{year", IndexNumberPattern.Mistake.unclosedBrace), ("{org}}/{year}-{serial:5}", .unclosedBrace),
    ("{org}/{yaer}-{serial:5}", .unknownField("yaer")), ("{org}/{year}-{serial}", .unknownField("serial")),
    ("{org}/{year}-{serial:0}", .unknownField("serial:0")), ("{org}/{serial:5}", .missingField("year")),
    ("{org}{org}/{year}-{serial:5}", .repeatedField("org")), ("", .missingField("year")),
  ])
  func refusesPatterns(text: String, mistake: IndexNumberPattern.Mistake) {
    #expect(throws: mistake) { try IndexNumberPattern(text) }
  }
}

@Suite struct DocumentNumberTests {
  @Test(
    arguments: [
      ("国办发〔2017〕47号", []), ("国办发[2017]47号", [.brackets]), ("国办发【2017】47号", [.brackets]),
      ("国办发（2017）第047号", [.brackets, .leadingZeros, .ordinal]), ("国办发﹝2017﹞47号", [.brackets]),
      (" 国办发 ［２０１７］ ４７号", [.brackets, .spaces, .fullWidthDigits]),
    ] as [(String, [DocumentNumber.Correction])])
  func readsPapers(text: String, corrections: [DocumentNumber.Correction]) throws {
    let reading = try DocumentNumber.read(text)
    #expect(reading.number.description == "国办发〔2017〕47号")
    #expect(reading.corrections == corrections)
  }

  @Test(arguments: ["国务院令第711号", "主席令第十三号", "国家税务总局公告2017年第12号", "2017年第12号", "示例市人民政府令第3号"])
  func readsDecreesAsTheyAre(text: String) throws {
    let reading = try DocumentNumber.read(text)
    #expect(reading.number == .decree(text))
    #expect(reading.corrections.isEmpty)
  }

  @Test(arguments: [
    ("中办发﹝20168号", DocumentNumber.Mistake.noBrackets), ("国办公开办函〔202130", .noBrackets), ("〔2017〕47号", .noOrgan),
    ("国办发〔17〕47号", .year), ("国办发〔2017〕号", .noSerial), ("国办发〔2017〕47", .ending),
    ("国办发〔2017〕47号文", .ending), ("无", .noBrackets),
    ("", .noBrackets), ("国办发〔2017〕000号", .noSerial), ("示例第3号", .noBrackets),
  ])
  func refusesOthers(text: String, mistake: DocumentNumber.Mistake) {
    #expect(throws: mistake) { try DocumentNumber.read(text) }
  }
}
