import Build
import Diagnostics
import Testing

/// The pages that explain diagnostics: complete, in form, and true.
@Suite struct DiagnosticPagesTests {
  static let kinds = DiagnosticRegistry.kinds

  @Test func eachKindHasAPageAndEachPageAKind() throws {
    #expect(try DiagnosticPage.identifiers() == Self.kinds.map(\.id).sorted())
  }

  @Test(arguments: kinds.map(\.id))
  func examplesShowTheMistakeAndTheWayOut(id: String) throws {
    let page = try DiagnosticPage(id: id)
    let wrong = try SampleSite.with(page.wrong) { try $0.check() }
    // Notes may say more of the same place; another error would blur what the example shows.
    #expect(wrong.diagnostics.allSatisfy { $0.id == id || $0.severity != .error })
    #expect(wrong.diagnostics.contains { $0.id == id }, "reported: \(Set(wrong.diagnostics.map(\.id)).sorted())")
    #expect(wrong.diagnostics.allSatisfy { !$0.fixes.isEmpty }, "each says the way out")
    let right = try SampleSite.with(page.right) { try $0.check() }
    let faults = right.diagnostics.filter { $0.id == id || $0.severity == .error }
    #expect(faults.isEmpty, "\(DiagnosticPrinter(language: .en, sources: right.sources).text(faults))")
  }
}
