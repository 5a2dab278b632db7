/// A value as a template meets it.
public enum TemplateValue {
  /// Nothing: prints nothing, and is false in a section.
  case absent
  case text(String)
  /// Markup, already escaped.
  case html([UInt8])
  case number(Int)
  case flag(Bool)
  /// One object.
  case object(TemplateObjects)
  case list(TemplateObjects)

  /// Whether a section on this value is rendered.
  ///
  /// The specification asks for "truthy (e.g. `!!data == true`)": empty text, empty markup and zero are false.
  var isTrue: Bool {
    switch self {
    case .absent: false
    case .text(let text): !text.isEmpty
    case .html(let bytes): !bytes.isEmpty
    case .number(let number): number != 0
    case .flag(let flag): flag
    case .object: true
    case .list(let items): items.count > 0
    }
  }
}
