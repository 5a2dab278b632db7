import Scaffold
import Testing

@Suite struct NextIndexNumberTests {
  @Test(arguments: [
    (["000000000/2017-00001", "000000000/2017-00012"], 2017, "000000000/2017-00013"),
    (["000000000/2017-00012"], 2018, "000000000/2018-00001"),
    (["A-B/2017-09"], 2017, "A-B/2017-10"),
    (["A-B/2017-99"], 2017, "A-B/2017-100"),
    // Other organs' documents keep their own numbers; the site's own form is the one most have.
    (["111111111/2019-00007", "000000000/2019-00002", "000000000/2018-00009"], 2019, "000000000/2019-00003"),
    (["无", "第7号", "000000000/2017-00001"], 2017, "000000000/2017-00002"),
  ])
  func countsOn(_ existing: [String], _ year: Int, _ expected: String) {
    #expect(NextIndexNumber.after(existing, year: year) == expected)
    #expect(NextIndexNumber.after(existing.reversed(), year: year) == expected)
  }

  @Test func hasNothingToGoOnFrom() {
    #expect(NextIndexNumber.after([], year: 2017) == nil)
    #expect(NextIndexNumber.after(["某号", "2017", "00012"], year: 2017) == nil)
  }

  @Test func neverGivesANumberThatIsTaken() throws {
    var numbers = ["000000000/2017-00001"]
    for _ in 0..<300 { numbers.append(try #require(NextIndexNumber.after(numbers.shuffled(), year: 2017))) }
    #expect(Set(numbers).count == numbers.count)
    #expect(numbers.last == "000000000/2017-00301")
  }
}
