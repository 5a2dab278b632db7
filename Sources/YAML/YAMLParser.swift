import CYAML
import Diagnostics

/// libyaml's events, gathered into nodes with byte ranges.
///
/// Anchors, aliases and tags are refused: front matter needs none, and aliases let a short file
/// grow without bound. libyaml counts code points, so offsets are converted by a cursor that moves forward once.
public struct YAMLParser: ~Copyable {
  /// Deeper nesting than any schema of ours has; it bounds the recursion.
  static let maximumDepth = 32

  private var parser = yaml_parser_t()
  private var cursor: CodePointCursor
  private let path: String
  private var failure: Diagnostic?

  /// The single document in `bytes`.
  ///
  /// - Parameter offset: where `bytes` begin in the file, added to every range.
  /// - Returns: `nil` for an empty document or when something was reported.
  public static func parse(
    _ bytes: UnsafeBufferPointer<UInt8>, path: String, offset: Int = 0, diagnostics: inout [Diagnostic]
  ) -> YAMLNode? {
    PlainMapping.parse(bytes, offset: offset)
      ?? parseEvents(bytes, path: path, offset: offset, diagnostics: &diagnostics)
  }

  static func parseEvents(
    _ bytes: UnsafeBufferPointer<UInt8>, path: String, offset: Int, diagnostics: inout [Diagnostic]
  ) -> YAMLNode? {
    var parser = YAMLParser(bytes, path: path, offset: offset)
    let node = parser.document()
    if let failure = parser.failure {
      diagnostics.append(failure)
      return nil
    }
    return node
  }

  private init(_ bytes: UnsafeBufferPointer<UInt8>, path: String, offset: Int) {
    self.path = path
    cursor = CodePointCursor(bytes, base: offset)
  }

  private mutating func document() -> YAMLNode? {
    guard yaml_parser_initialize(&parser) == 1 else { return nil }
    defer { yaml_parser_delete(&parser) }
    yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(&parser, cursor.bytes.baseAddress, cursor.bytes.count)
    var root: YAMLNode?
    while var event = next() {
      defer { yaml_event_delete(&event) }
      switch event.type {
      case YAML_STREAM_END_EVENT: return root
      case YAML_STREAM_START_EVENT, YAML_DOCUMENT_START_EVENT, YAML_DOCUMENT_END_EVENT: continue
      default:
        guard root == nil else {
          report(.yamlDocuments, event, zh: "这里又开始了一份 YAML；一个文件只能有一份", en: "a second YAML document starts here")
          return nil
        }
        root = node(event, depth: 0)
        if root == nil { return nil }
      }
    }
    return nil
  }

  /// The next event, or `nil` after reporting what libyaml could not read.
  private mutating func next() -> yaml_event_t? {
    var event = yaml_event_t()
    guard yaml_parser_parse(&parser, &event) == 1 else {
      failure = SyntaxFailure(parser, cursor).diagnostic(path: path)
      return nil
    }
    return event
  }

  private mutating func node(_ event: yaml_event_t, depth: Int) -> YAMLNode? {
    guard depth < Self.maximumDepth else {
      report(.yamlDepth, event, zh: "嵌套超过 \(Self.maximumDepth) 层", en: "nested more than \(Self.maximumDepth) deep")
      return nil
    }
    let start = cursor.offset(ofCodePoint: event.start_mark.index)
    switch event.type {
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      guard accepts(event, anchor: scalar.anchor, tag: scalar.tag) else { return nil }
      let text = String(decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
      let end = cursor.offset(ofCodePoint: event.end_mark.index)
      let range = ByteRange(start, cursor.trimmingWhitespace(from: start, to: end))
      return YAMLNode(.scalar(text, isPlain: scalar.style == YAML_PLAIN_SCALAR_STYLE), range: range)
    case YAML_SEQUENCE_START_EVENT:
      guard accepts(event, anchor: event.data.sequence_start.anchor, tag: event.data.sequence_start.tag) else {
        return nil
      }
      return sequence(from: start, depth: depth)
    case YAML_MAPPING_START_EVENT:
      guard accepts(event, anchor: event.data.mapping_start.anchor, tag: event.data.mapping_start.tag) else {
        return nil
      }
      return mapping(from: start, depth: depth)
    default:
      report(.yamlReference, event, zh: "不支持引用（*名称），请直接写出值", en: "aliases (*name) are refused; write the value out")
      return nil
    }
  }

  private mutating func sequence(from start: Int, depth: Int) -> YAMLNode? {
    var items: [YAMLNode] = []
    while var event = next() {
      defer { yaml_event_delete(&event) }
      if event.type == YAML_SEQUENCE_END_EVENT {
        return YAMLNode(.sequence(items), range: ByteRange(start, end(of: event)))
      }
      guard let item = node(event, depth: depth + 1) else { return nil }
      items.append(item)
    }
    return nil
  }

  private mutating func mapping(from start: Int, depth: Int) -> YAMLNode? {
    var pairs: [YAMLNode.Pair] = []
    while var event = next() {
      defer { yaml_event_delete(&event) }
      if event.type == YAML_MAPPING_END_EVENT {
        return YAMLNode(.mapping(pairs), range: ByteRange(start, end(of: event)))
      }
      guard let key = node(event, depth: depth + 1), var valueEvent = next() else { return nil }
      defer { yaml_event_delete(&valueEvent) }
      guard let value = node(valueEvent, depth: depth + 1) else { return nil }
      pairs.append(YAMLNode.Pair(key: key, value: value))
    }
    return nil
  }

  private mutating func end(of event: yaml_event_t) -> Int {
    cursor.offset(ofCodePoint: event.end_mark.index)
  }

  private mutating func accepts(
    _ event: yaml_event_t, anchor: UnsafeMutablePointer<UInt8>?, tag: UnsafeMutablePointer<UInt8>?
  ) -> Bool {
    guard anchor != nil || tag != nil else { return true }
    report(
      .yamlReference, event, zh: "不支持锚点（&名称）和标签（!名称）；含 & 或 ! 的文字请加引号",
      en: "anchors (&name) and tags (!name) are refused; quote text that starts with & or !")
    return false
  }

  private mutating func report(_ kind: DiagnosticKind, _ event: yaml_event_t, zh: String, en: String) {
    let start = cursor.offset(ofCodePoint: event.start_mark.index)
    let end = cursor.offset(ofCodePoint: event.end_mark.index)
    failure = Diagnostic(kind, at: SourceSpan(path: path, range: ByteRange(start, end)), zh: zh, en: en)
  }
}
