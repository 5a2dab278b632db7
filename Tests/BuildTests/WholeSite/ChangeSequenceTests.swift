import Build
import Chronology
import Foundation
import TestSupport
import Testing

/// Whatever is done to a site between builds, each gives what a build from the start gives: the same output, byte for
/// byte, and the same diagnostics.
@Suite struct ChangeSequenceTests {
  /// `GONGKAI_CHANGES` and `GONGKAI_CHANGES_SEED` let a night go on where the last one stopped.
  private static let environment = ProcessInfo.processInfo.environment
  private static let count = environment["GONGKAI_CHANGES"].flatMap { Int($0) } ?? 40
  private static let seed = environment["GONGKAI_CHANGES_SEED"].flatMap { UInt64($0) } ?? 2019_0515

  /// The second sequence is of a site whose texts show on their own pages only.
  @Test(arguments: 0..<2 as Range<UInt64>)
  func anySequenceOfChangesGivesTheCleanOutput(_ sequence: UInt64) throws {
    try SampleSite.with(ChangingSite.start) { folder in
      var site = ChangingSite(folder, isSearched: sequence == 0, seed: Self.seed + sequence)
      var (published, failed, amended) = (0, 0, 0)
      for step in 0..<Self.count {
        let what =
          step % 4 == 3 && !site.isSpoilt
          ? try site.changeTexts()
          : try (0...site.below(3)).map { _ in try site.change() }.joined(separator: ", ")
        let name = "sequence \(Self.seed + sequence), step \(step): \(what)"
        // What is as young as a build is taken for changed by the next one: mostly it is older.
        let isOlder = site.below(8) > 0
        let before = isOlder ? try site.cleanBuild() : nil
        let outcome = try SiteBuilder(site.options).build()
        let (clean, tree) = try before ?? site.cleanBuild()
        if outcome.isAmended { amended += 1 }
        #expect(outcome.diagnostics == clean.diagnostics, "\(name)")
        #expect(outcome.summary == clean.summary, "\(name)")
        guard clean.summary.errors == 0 else {
          failed += 1
          continue
        }
        published += 1
        let found = try folder.tree()
        #expect(Set(found.keys) == Set(tree.keys), "\(name)")
        let different = tree.keys.filter { found[$0] != tree[$0] }.sorted()
        #expect(different.isEmpty, "\(name)")
        guard different.isEmpty else { return }
        if step.isMultiple(of: 4) {
          let again = try SiteBuilder(site.options).build()
          #expect(again.diagnostics == clean.diagnostics && again.changed == 0 && again.removed == 0, "\(name)")
        }
      }
      // The sequence must meet all ends of a build, or it shows little; others than the usual ones may meet few.
      guard Self.environment.keys.allSatisfy({ !$0.hasPrefix("GONGKAI_CHANGES") }) else { return }
      let counts = "\(published) published, \(failed) failed, \(amended) amended"
      #expect(published > Self.count / 3 && failed > 0, "\(counts)")
      #expect(sequence == 0 || amended > Self.count / 20, "\(counts)")
    }
  }
}
