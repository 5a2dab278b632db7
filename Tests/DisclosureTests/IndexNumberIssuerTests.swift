import Chronology
import Diagnostics
import Disclosure
import Inspection
import Testing

@Suite struct IndexNumberIssuerTests {
  private static let day = CivilDate("2017-05-12")

  private func next(_ pattern: String, unit: String? = nil, after taken: [String]) throws -> String? {
    try IndexNumberIssuer(pattern: IndexNumberPattern(pattern), unit: unit).next(on: #require(Self.day), taken: taken)
  }

  @Test func countsOnWithinTheYearAndTheOrgan() throws {
    let taken = [
      "000014349/2017-00007", "000014349/2016-00110", "004315678/2017-00012", "/2021-None", "000014349/2017-00003",
    ]
    #expect(try next("{org}/{year}-{serial:5}", unit: "000014349", after: taken) == "000014349/2017-00008")
    #expect(try next("{org}/{year}-{serial:5}", unit: "014416330", after: taken) == "014416330/2017-00001")
  }

  @Test func goesOnWithTheCodeInUse() throws {
    #expect(try next("{org}/{year}-{serial:5}", after: ["000014349/2016-00110"]) == "000014349/2017-00001")
    #expect(try next("{org}/{year}-{serial:5}", after: []) == nil)
    #expect(try next("{year}-{serial:3}", after: []) == "2017-001")
  }

  @Test func anOrganGoesOnWithItsOwnCode() throws {
    let issuer = IndexNumberIssuer(pattern: .national)
    let day = try #require(Self.day)
    let taken = ["000014349/2017-00110", "014416330/2017-00012", "014416330/2017-00013"]
    #expect(issuer.next(on: day, taken: taken, own: ["014416330/2017-00012"]) == "014416330/2017-00014")
    #expect(issuer.next(on: day, taken: taken, own: []) == nil)
  }

  @Test func writesTheMonthWhereTheFormHasOne() throws {
    let taken = ["11341702486344515H/201704-00012"]
    #expect(try next("{credit}/{year}{month}-{serial:5}", after: taken) == "11341702486344515H/201705-00013")
  }

  @Test func refusesASerialThatNoLongerFits() throws {
    #expect(try next("{year}-{serial:1}", after: ["2017-9"]) == nil)
    #expect(try next("{year}-{serial:1}", after: ["2017-8"]) == "2017-9")
  }

  @Test(arguments: [
    ("{形式: \"{credit}/{year}-{serial:5}\"}", []), ("{机构代码: 000014349}", []),
    ("{形式: \"{year}-{serial:5\"}", ["index-number.setting"]), ("{形式: \"{year}-{month}\"}", ["index-number.setting"]),
    ("{机构代码: 000014340}", ["index-number.setting"]),
    ("{机构代码: 000014349}\n行政机关: [{代码: kjj, 名称: 示例县科学技术局, 机构代码: 014416330}]", []),
    ("{机构代码: 000014349}\n行政机关: [{代码: kjj, 名称: 示例县科学技术局, 机构代码: 014416331}]", ["index-number.setting"]),
    ("{形式: \"{year}-{serial:5}\", 机构代码: 000014349}", ["index-number.setting"]),
  ])
  func settingsAreChecked(setting: String, ids: [String]) {
    let site = "网站名称: 示例局\n网址: https://example.gov.cn\n主办机构: 示例局\n索引号: \(setting)\n"
    var diagnostics: [Diagnostic] = []
    let settings = Array(site.utf8).withUnsafeBufferPointer {
      SiteSettings.read($0, path: "site.yml", vocabularies: [], &diagnostics)
    }
    #expect(diagnostics.map(\.id) == ids)
    #expect(diagnostics.allSatisfy { $0.span.map { $0.range.count > 0 } ?? false })
    #expect((settings.indexNumberUnit != nil) == setting.hasPrefix("{机构代码: 000014349}"))
  }
}
