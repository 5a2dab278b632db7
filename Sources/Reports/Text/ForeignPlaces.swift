import Diagnostics

/// Names of other places in a report, which a text copied from there leaves behind.
enum ForeignPlaces {
  /// - Parameter identity: what tells where the site is at home: the organ's name and address. Where it names no
  ///   place known here, nothing can be said.
  static func check(_ text: ReportText, identity: String, gazetteer: Gazetteer = .national) -> [Diagnostic] {
    let home = gazetteer.home(of: identity)
    guard !home.isEmpty else { return [] }
    let words = String(decoding: text.bytes, as: UTF8.self)
    var found: [Diagnostic] = []
    for name in gazetteer.names where !home.contains(name) {
      var rest = words[...]
      while let place = rest.firstRange(of: name) {
        rest = rest[place.upperBound...]
        guard isSlip(place, in: words) else { continue }
        let start = words.utf8.distance(from: words.startIndex, to: place.lowerBound)
        found.append(fault(name, at: text.span(start..<start + name.utf8.count)))
      }
    }
    return found
  }

  private static func fault(_ name: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .reportForeignPlace, at: span, zh: "“\(name)”不是本机关所在的地方", en: "“\(name)” is not where this organ is",
      fixes: [.init(zh: "从别处照抄来的，改为本地的实际情况", en: "if it was copied from elsewhere, write what holds here")])
  }

  /// Words before a place that one visits, compares oneself with, or comes from.
  private static let visits = [
    "赴", "到", "往", "与", "和", "同", "向", "在", "由", "从", "自", "籍", "访", "习", "鉴", "标", "于", "如", "及", "、", "《",
  ]
  /// Words after it that make it part of another word: 朝阳市场, 南京市民.
  private static let continuations = ["场", "民"]

  private static func isSlip(_ place: Range<String.Index>, in words: String) -> Bool {
    let (before, after) = (words[..<place.lowerBound], words[place.upperBound...])
    if visits.contains(where: { before.hasSuffix($0) }) || continuations.contains(where: { after.hasPrefix($0) }) {
      return false
    }
    // Within the title of a document of another organ.
    let opened = before.lastIndex { $0 == "《" || $0 == "<" }
    let closed = before.lastIndex { $0 == "》" || $0 == ">" }
    return opened == nil || (closed.map { $0 > opened ?? $0 } ?? false)
  }
}

extension DiagnosticKind {
  static let reportForeignPlace = DiagnosticKind(
    "report.foreign-place", .warning, zh: "报告里有别处的地名", en: "the report names another place")
}
