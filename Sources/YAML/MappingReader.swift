import Chronology
import Diagnostics

/// Reads a mapping by the ordinals of its fields in their table; `FieldReader` gives them their names.
///
/// Apart from it, as one piece of code for all kinds of fields is compiled for none of them, and several times slower.
@usableFromInline
struct MappingReader {
  @usableFromInline let path: String
  @usableFromInline let range: ByteRange
  @usableFromInline private(set) var diagnostics: [Diagnostic] = []
  private let table: FieldTable
  /// As written.
  private var pairs: [YAMLNode.Pair] = []
  /// By field, where its pair is.
  private var places: [Place?]

  @usableFromInline
  init(_ node: YAMLNode?, _ table: FieldTable, path: String) {
    self.path = path
    self.table = table
    range = node?.range ?? ByteRange(0, 0)
    places = Array(repeating: nil, count: table.fields.count)
    guard let node, !node.isNull else { return }
    guard case .mapping(let found) = node.content else {
      reportNoMapping(node)
      return
    }
    pairs = found
    for position in found.indices { take(position) }
  }

  private mutating func reportNoMapping(_ node: YAMLNode) {
    // Plain text begins where its node does, so the place of its first colon is known.
    guard case .scalar(let text, isPlain: true) = node.content, let colon = text.firstRange(of: "：") else {
      report(.notMapping, node.range, zh: "这里应写成“字段: 值”的形式", en: "“key: value” lines are expected here")
      return
    }
    let start = node.range.lowerBound + text[..<colon.lowerBound].utf8.count
    diagnostics.append(.fullwidthColon(at: SourceSpan(path: path, range: ByteRange(start, start + 3))))
  }

  private mutating func take(_ position: Int) {
    // To take the pair out would copy its value, and this runs for every field of every document.
    let key = pairs[position].key
    guard let name = key.scalar else {
      report(.notMapping, key.range, zh: "字段名应是文字", en: "a key must be plain text")
      return
    }
    guard let ordinal = table.ordinal(of: name) else {
      let fix = NearMiss.best(for: name, among: table.labels).map { [Diagnostic.Fix.didYouMean($0)] }
      report(
        .unknownKey, key.range, zh: "没有名为“\(name)”的字段", en: "there is no field named “\(name)”", fixes: fix ?? [])
      return
    }
    if let first = places[ordinal].map({ pairs[$0.pair] }) {
      let label = table.fields[ordinal].label
      let note = Diagnostic.Note(
        zh: "第一次写在这里", en: "first written here", at: SourceSpan(path: path, range: first.key.range))
      report(
        .duplicateKey, key.range, zh: "字段“\(label)”写了两次", en: "the field “\(label)” is written twice",
        notes: [note])
      return
    }
    places[ordinal] = Place(pair: position, isNull: pairs[position].value.isNull)
  }

  /// The value as written, for what has a reader of its own. Null counts as absent.
  @usableFromInline
  func node(_ ordinal: Int) -> YAMLNode? {
    guard let place = places[ordinal], !place.isNull else { return nil }
    return pairs[place.pair].value
  }

  /// Where the field's value stands, or its key when the value is empty.
  @usableFromInline
  func span(_ ordinal: Int) -> SourceSpan? {
    places[ordinal].map { pairs[$0.pair] }.map { pair in
      SourceSpan(path: path, range: pair.value.range.count > 0 ? pair.value.range : pair.key.range)
    }
  }

  /// Whether the field is written, though its value may be empty.
  @usableFromInline
  func has(_ ordinal: Int) -> Bool { places[ordinal] != nil }

  /// The fields that have a value, with its range; one that is written and left empty has none.
  @usableFromInline
  var present: [(ordinal: Int, range: ByteRange)] {
    var present: [(ordinal: Int, range: ByteRange)] = []
    present.reserveCapacity(pairs.count)
    for ordinal in places.indices {
      guard let place = places[ordinal], !place.isNull else { continue }
      if pairs[place.pair].value.scalar?.isEmpty != true {
        present.append((ordinal, pairs[place.pair].value.range))
      }
    }
    return present
  }

  @usableFromInline
  mutating func text(_ ordinal: Int) -> String? {
    guard let node = node(ordinal) else { return nil }
    guard let text = node.scalar else {
      mismatch(ordinal, node, zh: "一段文字", en: "text")
      return nil
    }
    return text
  }

  /// One text, or each text of a list.
  @usableFromInline
  mutating func texts(_ ordinal: Int) -> [Located<String>] {
    guard let node = node(ordinal) else { return [] }
    let items: [YAMLNode] = if case .sequence(let items) = node.content { items } else { [node] }
    return items.compactMap { item in
      if let text = item.scalar { return Located(text, SourceSpan(path: path, range: item.range)) }
      mismatch(ordinal, item, zh: "文字或文字的列表", en: "text, or a list of texts")
      return nil
    }
  }

  @usableFromInline
  mutating func integer(_ ordinal: Int) -> Int? {
    guard let node = node(ordinal) else { return nil }
    guard let text = node.scalar, let value = Int(text) else {
      mismatch(ordinal, node, zh: "一个整数", en: "a whole number")
      return nil
    }
    return value
  }

  @usableFromInline
  mutating func flag(_ ordinal: Int) -> Bool? {
    guard let node = node(ordinal) else { return nil }
    switch node.scalar {
    case "true", "是": return true
    case "false", "否": return false
    default:
      mismatch(ordinal, node, zh: "“是”或“否”", en: "true or false")
      return nil
    }
  }

  @usableFromInline
  mutating func date(_ ordinal: Int) -> CivilDate? {
    guard let node = node(ordinal) else { return nil }
    guard let text = node.scalar, let date = CivilDate(text) else {
      let label = table.fields[ordinal].label
      let fix = node.scalar.flatMap(CivilDate.init(loose:)).map { date in
        [Diagnostic.Fix(zh: "改为 \(date)", en: "write \(date)", replacement: date.description)]
      }
      report(
        .impossibleDate, node.range, zh: "“\(label)”应是真实存在的日期，写作 2017-05-08 的样子",
        en: "“\(label)” must be a day that exists, written like 2017-05-08", fixes: fix ?? [])
      return nil
    }
    return date
  }

  /// The code of one of the field's choices.
  @usableFromInline
  mutating func choice(_ ordinal: Int) -> String? {
    guard case .choice(let choices) = table.fields[ordinal].type, let node = node(ordinal) else { return nil }
    guard let text = node.scalar, let choice = choices.first(where: { $0.label == text || $0.code == text }) else {
      let labels = choices.map(\.label)
      let fix = NearMiss.best(for: node.scalar ?? "", among: labels).map { [Diagnostic.Fix.didYouMean($0)] }
      report(
        .wrongType, node.range, zh: "“\(table.fields[ordinal].label)”应是以下之一：\(labels.joined(separator: "、"))",
        en: "“\(table.fields[ordinal].label)” must be one of: \(labels.joined(separator: ", "))", fixes: fix ?? [])
      return nil
    }
    return choice.code
  }

  /// Takes over what a nested reader, or a check on a value, reported.
  @usableFromInline
  mutating func absorb(_ found: [Diagnostic]) { diagnostics += found }

  private mutating func mismatch(_ ordinal: Int, _ node: YAMLNode, zh: String, en: String) {
    let label = table.fields[ordinal].label
    report(.wrongType, node.range, zh: "“\(label)”应是\(zh)", en: "“\(label)” must be \(en)")
  }

  private mutating func report(
    _ kind: DiagnosticKind, _ range: ByteRange, zh: String, en: String,
    notes: [Diagnostic.Note] = [], fixes: [Diagnostic.Fix] = []
  ) {
    let span = SourceSpan(path: path, range: range)
    diagnostics.append(Diagnostic(kind, at: span, zh: zh, en: en, notes: notes, fixes: fixes))
  }
}

/// Where a field's pair is among those of its mapping.
private struct Place {
  let pair: Int
  let isNull: Bool
}
