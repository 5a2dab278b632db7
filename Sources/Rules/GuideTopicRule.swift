import Diagnostics
import Disclosure

extension DiagnosticKind {
  static let missingGuideTopic = DiagnosticKind(
    "guide.topic-missing", .warning, zh: "公开指南缺少法定的内容", en: "the guide lacks what the law asks it to explain")
}

/// The guide explains how the information is classified, how it is arranged and how to obtain it
/// (政府信息公开条例, 2019, Art. 12).
enum GuideTopicRule {
  /// A guide that has a topic has one of its words, in a heading or in the text.
  private static let topics: [(words: [String], name: Text)] = [
    (["分类"], Text(zh: "政府信息的分类", en: "how information is classified")),
    (["编排", "目录"], Text(zh: "编排体系", en: "how it is arranged")),
    (["获取", "查阅", "申请"], Text(zh: "获取方式", en: "how to obtain it")),
  ]

  static func check(_ text: PublishedText, _ diagnostics: inout [Diagnostic]) {
    let document = text.document
    guard document.kind == .guide, document.publication == .full, document.path.hasSuffix("/index.md") else { return }
    let body = String(decoding: text.bytes[text.bodyStart...], as: UTF8.self)
    let missing = topics.filter { topic in !topic.words.contains { body.contains($0) } }.map(\.name)
    guard !missing.isEmpty else { return }
    diagnostics.append(
      Diagnostic(
        .missingGuideTopic, at: document.span(.title),
        zh: "指南没有说明\(missing.map(\.zh).joined(separator: "、"))；《政府信息公开条例》第十二条要求写明",
        en: "the guide does not say \(missing.map(\.en).joined(separator: ", ")); Article 12 asks for it",
        fixes: [.init(zh: "各写一节", en: "give each a section")]))
  }
}
