/// Something written under its key, its official label or another name.
protocol Named {
  var key: String { get }
  var label: String { get }
  var aliases: [String] { get }
}

extension Named {
  /// The label without its number and its remark in brackets: 部分公开 for （二）部分公开（区分处理的，…）.
  var shortLabel: String {
    var text = Substring(label)
    for (open, close) in [("（", "）"), ("", "、"), ("", ".")] {
      guard text.hasPrefix(open), let end = text.range(of: close) else { continue }
      let number = text[text.index(text.startIndex, offsetBy: open.count)..<end.lowerBound]
      guard !number.isEmpty, number.allSatisfy({ "一二三四五六七八九十0123456789".contains($0) }) else { continue }
      text = text[end.upperBound...]
      break
    }
    if text.hasPrefix("其中：") { text = text.dropFirst(3) }
    if text.hasSuffix("）"), let open = text.range(of: "（"), open.lowerBound > text.startIndex {
      text = text[..<open.lowerBound]
    }
    return String(text)
  }
}

extension Substring {
  /// The first place of `text`, a single character.
  fileprivate func range(of text: String) -> Range<Index>? {
    firstIndex { String($0) == text }.map { $0..<index(after: $0) }
  }
}

/// Finds rows, columns and tables by whatever they are called.
///
/// Brackets and points of either width are the same; white space and quotation marks do not count. A short label that two lines share finds neither.
struct NameIndex: Sendable {
  private var ordinals: [String: Int] = [:]

  init(_ items: [some Named]) {
    for (i, item) in items.enumerated() {
      for name in [item.key, item.label] + item.aliases where ordinals[Self.folded(name)] == nil {
        ordinals[Self.folded(name)] = i
      }
    }
    let short = items.map { Self.folded($0.shortLabel) }
    for (i, name) in short.enumerated() where ordinals[name] == nil && short.count(where: { $0 == name }) == 1 {
      ordinals[name] = i
    }
  }

  subscript(name: String) -> Int? { ordinals[Self.folded(name)] }

  static func folded(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "(": out.append("（")
      case ")": out.append("）")
      case "．": out.append(".")
      case "“", "”", "\"", "＂": continue
      case _ where scalar.properties.isWhitespace: continue
      default: out.append(scalar)
      }
    }
    return String(out)
  }
}
