import Foundation
import TestSupport
import Testing

@testable import Markdown

/// Documents put together at random from what editors write and what parsers stumble over.
///
/// `GONGKAI_FUZZ_COUNT` sets how many (20,000 unless set), `GONGKAI_FUZZ_SEED` where to start.
@Suite struct MarkdownFuzzTests {
  private static let environment = ProcessInfo.processInfo.environment
  static let count = Int(environment["GONGKAI_FUZZ_COUNT"] ?? "") ?? 20_000
  static let firstSeed = UInt64(environment["GONGKAI_FUZZ_SEED"] ?? "") ?? 0
  static let isNightly = environment["GONGKAI_FUZZ_COUNT"] != nil

  static let fragments = [
    "*", "**", "***", "_", "__", "~", "~~", "`", "``", "```\n", "~~~\n", "\n", "\n", "\n\n", " ", "  ", "    ", "\t",
    "\\", "\\\n",
    "  \n", "\r\n", "\r", "> ", "- ", "* ", "+ ", "1. ", "2) ", "# ", "## ", "#", "===\n", "---\n", "- [ ] ", "- [x] ",
    "[", "]",
    "](", ")", "(", "![", "[a](b)", "![](c.png)", "[a]: b\n", "[a]", "[][a]", "<", ">", "<b>", "</b>", "<!-- c -->",
    "<!--", "<div>\n",
    "<http://a.cn>", "http://a.cn/b", "www.a.cn", "a@b.cn", "&amp;", "&", "\"", "'", "|", "| a | b |\n", "|---|:-:|\n",
    "|-|\n",
    "\\|", "[^1]", "[^1]: ", "\n[^1]: x\n", "[^甲]", ":::", "\n:::注意 标题\n", "\n:::\n", "::: 图\n", "```table\n",
    "```table\n标题: 甲\n---\n",
    "a,<,b\n", "^,c,d\n", "\"a,b\",c\n", "政府", "信息", "《条例》", "“", "”", "（", "）", "，", "。", "：", "——", "……", "第三条 ",
    "第一章 ",
    "一、", "（二）", "1.", "a", "b c", "x_y", "カナ", "é", "😀", "\u{10FFFF}", "\u{10FFFE}", "\u{E000}", "\u{FEFF}", "\u{0}",
    "\u{3000}",
    "javascript:x", "[j](javascript:x)", "[m](missing.md)", "#004315678/2017-00012",
  ]

  static func document(_ seed: UInt64) -> [UInt8] {
    var random = SeededGenerator(seed: seed)
    var bytes: [UInt8] = []
    for _ in 0..<Int.random(in: 1...24, using: &random) {
      bytes += Array((fragments.randomElement(using: &random) ?? "").utf8)
    }
    // One in sixteen has a byte that is not UTF-8.
    if Int.random(in: 0..<16, using: &random) == 0 {
      bytes.insert(UInt8.random(in: 0x80...0xFF, using: &random), at: Int.random(in: 0...bytes.count, using: &random))
    }
    return bytes
  }

  @Test func everyDocumentKeepsTheRules() {
    let checks = Checks()
    for seed in Self.firstSeed..<(Self.firstSeed + UInt64(Self.count)) {
      let source = Self.document(seed)
      let faults = checks.faults(source)
      #expect(faults.isEmpty, "seed \(seed): \(faults) in \(String(decoding: source, as: UTF8.self).debugDescription)")
      if !faults.isEmpty { return }
    }
  }

  private struct Checks {
    private let commonMark = MarkdownRenderer(options: .commonMark)
    private let typography = MarkdownRenderer(options: .typography)
    private let full = MarkdownRenderer()

    func faults(_ source: [UInt8]) -> [String] {
      var faults: [String] = []
      let plain = commonMark.rendering(of: source, links: UncheckedLinks()).html
      if plain != libcmark(source) { faults.append("not what libcmark writes") }
      if words(typography.rendering(of: source, links: UncheckedLinks()).html) != words(plain) {
        faults.append("typography changed the words")
      }
      let rendering = full.rendering(of: source, baseOffset: 100)
      if let word = lostWord(source, rendering) { faults.append("lost \(word)") }
      if !source.contains(0xF4), rendering.result.html.contains(0xF4) { faults.append("a mark was left") }
      if let fault = unbalanced(rendering.result.html) { faults.append("unbalanced tag \(fault)") }
      let spans = rendering.diagnostics.compactMap(\.span) + rendering.result.links.map(\.span)
      for range in spans.map(\.range) {
        let isInside = range.lowerBound >= 100 && range.upperBound <= 100 + source.count
        if !isInside || range.lowerBound > range.upperBound { faults.append("span \(range)") }
      }
      let ids = rendering.result.headings.map(\.id)
      if Set(ids).count != ids.count { faults.append("equal ids") }
      if full.rendering(of: source).result.html != rendering.result.html {
        faults.append("another result at a second time")
      }
      return faults
    }
    /// A page without tags, spaces and signs of emphasis: a `*` that closes may leave a `_` alone.
    private func words(_ html: String) -> [UInt8] {
      var isTag = false
      var words: [UInt8] = []
      for byte in html.utf8 {
        if byte == UInt8(ascii: "<") { isTag = true }
        if !isTag, byte > 0x20, !("*_" as StaticString).contains(byte) { words.append(byte) }
        if byte == UInt8(ascii: ">") { isTag = false }
      }
      return words
    }

    /// A word of the source that is neither on the page nor reported.
    private func lostWord(_ source: [UInt8], _ rendering: Rendering) -> String? {
      guard rendering.diagnostics.isEmpty else { return nil }
      let source = String(decoding: source, as: UTF8.self)
      // Links' addresses and titles, comments, and the words after a fence need not be on the page.
      let rest = source.replacing("```table\n", with: "")
      if ["[", "<!--", "```", "~~~"].contains(where: { rest.contains($0) }) { return nil }
      let html = rendering.html
      return ["政府", "信息", "条例", "第三条", "第一章", "カナ"].first { word in
        html.components(separatedBy: word).count < source.components(separatedBy: word).count
      }
    }

    /// The first tag that does not close the one last opened.
    private func unbalanced(_ html: [UInt8]) -> String? {
      var open: [ArraySlice<UInt8>] = []
      var index = 0
      while let start = html[index...].firstIndex(of: UInt8(ascii: "<")) {
        guard let end = html[start...].firstIndex(of: UInt8(ascii: ">")) else { return "<" }
        index = end + 1
        let isEnd = html[start + 1] == UInt8(ascii: "/")
        let name = html[(isEnd ? start + 2 : start + 1)..<end].prefix { $0 > 0x20 }
        if isEnd {
          if open.popLast() != name { return String(decoding: html[start...end], as: UTF8.self) }
        } else if html[end - 1] != UInt8(ascii: "/") {
          open.append(name)
        }
      }
      return open.last.map { String(decoding: $0, as: UTF8.self) }
    }
  }

  /// Repeats each pair of fragments: four times the text must not take more than eight times as long.
  ///
  /// Compares processor times, and so runs by night only.
  @Test(.enabled(if: MarkdownFuzzTests.isNightly))
  func noRepetitionIsQuadratic() {
    for first in Self.fragments {
      for second in Self.fragments {
        let unit = first + second
        // The machine may have been busy: a slow pair gets three more chances.
        let isSlow = (0..<4).allSatisfy { _ in
          let (short, long) = (Self.time(unit, 2_000), Self.time(unit, 8_000))
          return long > 0.1 && long > 8 * short
        }
        guard isSlow else { continue }
        let long = Self.time(unit, 8_000)
        // libcmark has quadratic inputs of its own.
        let source = Array(String(repeating: unit, count: 8_000).utf8)
        let start = clock()
        let length = libcmark(source).utf8.count
        let theirs = Double(clock() - start) / Double(CLOCKS_PER_SEC)
        #expect(long < 2 * theirs + 0.1 || length < 0, "\(unit.debugDescription): \(long) s, libcmark \(theirs) s")
      }
    }
  }

  private static func time(_ unit: String, _ count: Int) -> Double {
    let source = Array(String(repeating: unit, count: count).utf8)
    let start = clock()
    let length = render(source).result.html.count
    return length < 0 ? 0 : Double(clock() - start) / Double(CLOCKS_PER_SEC)
  }
}
