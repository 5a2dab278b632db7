import Testing

@testable import Search

@Suite struct SlotPlanTests {
  private let entries = GeneratedCorpus(count: 500, seed: 3).samples.map(\.entry)

  @Test func idsAreUniqueAndFollowTheMonths() {
    let plan = SlotPlan(entries)
    #expect(Set(plan.ids).count == entries.count)
    #expect(plan.ids.allSatisfy { $0 < plan.universe })
    for (a, idOfA) in zip(entries, plan.ids) {
      for (b, idOfB) in zip(entries, plan.ids) where a.date.prefix(7) < b.date.prefix(7) { #expect(idOfA < idOfB) }
    }
  }

  @Test func idsDoNotDependOnTheOrderOfEntries() {
    let plan = SlotPlan(entries)
    let reversed = SlotPlan(entries.reversed())
    #expect(Array(reversed.ids.reversed()) == plan.ids)
  }

  @Test func aBackDatedEntryMovesFewOthers() {
    // A month of many entries, and one more of the same month.
    let month = (0..<400).map { SearchEntry(key: "\($0)", date: "2019-05-01", title: "") }
    let before = SlotPlan(month)
    let after = SlotPlan(month + [SearchEntry(key: "late", date: "2019-05-02", title: "")])
    let moved = zip(before.ids, after.ids).filter { $0 != $1 }.count
    #expect(before.universe == after.universe)
    #expect(moved < 20)
  }

  @Test func noEntriesNoSlots() {
    #expect(SlotPlan([]).ids.isEmpty)
  }
}
