import Diagnostics

/// What a template leaves to be filled in, and nobody filled in: 20XX年, ××局, （此处填写…）.
enum Placeholders {
  static func check(_ text: ReportText) -> [Diagnostic] {
    ranges(in: text.bytes).map { fault(text.string($0), at: text.span($0)) }
  }

  static func check(title: String, at span: SourceSpan) -> [Diagnostic] {
    let bytes = Array(title.utf8)
    return ranges(in: bytes).map { fault(String(decoding: bytes[$0], as: UTF8.self), at: span) }
  }

  private static func fault(_ words: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .reportPlaceholder, at: span, zh: "“\(words)”是模板里等着填写的文字",
      en: "“\(words)” waits to be filled in, as a template has it",
      fixes: [.init(zh: "填上实际内容，或者整句删去", en: "fill it in, or delete the sentence")])
  }

  private static func ranges(in bytes: [UInt8]) -> [Range<Int>] {
    let text = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
    var offsets = [0]
    for scalar in text { offsets.append(offsets[offsets.count - 1] + UTF8.width(scalar)) }
    var found: [Range<Int>] = []
    var i = 0
    while i < text.count {
      if let end = crosses(text, at: i) ?? instruction(text, at: i) {
        found.append(offsets[i]..<offsets[end])
        i = end
      } else {
        i += 1
      }
    }
    return found
  }

  /// Two or more of × and X, with the digits before them; XX within a word of Latin letters is none.
  private static func crosses(_ text: [Unicode.Scalar], at start: Int) -> Int? {
    guard start == 0 || !isWord(text[start - 1]) else { return nil }
    var i = start
    while i < text.count, ("0"..."9").contains(text[i]) { i += 1 }
    let first = i
    while i < text.count, "×xXＸｘ".unicodeScalars.contains(text[i]) { i += 1 }
    guard i - first >= 2, i == text.count || !isWord(text[i]) else { return nil }
    return i
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)) || scalar == "×"
  }

  private static let instructions = ["此处", "请在此", "请填写", "请根据实际", "请简要", "请说明", "填写说明", "填表说明", "待补充", "待填写"]

  /// A bracket that starts with an instruction to the writer.
  private static func instruction(_ text: [Unicode.Scalar], at start: Int) -> Int? {
    guard "（(【[〔".unicodeScalars.contains(text[start]) else { return nil }
    let words = String(String.UnicodeScalarView(text[(start + 1)...].prefix(8)))
    guard instructions.contains(where: { words.hasPrefix($0) }) else { return nil }
    let end = text[start...].firstIndex { "）)】]〕\n".unicodeScalars.contains($0) }
    return end.map { text[$0] == "\n" ? $0 : $0 + 1 } ?? text.count
  }
}

extension DiagnosticKind {
  static let reportPlaceholder = DiagnosticKind(
    "report.placeholder", .warning, zh: "模板的文字没有填写", en: "a template’s text was left in")
}
