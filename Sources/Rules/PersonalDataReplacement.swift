import Inspection

/// Personal data in a source file, and what may stand there instead.
public struct PersonalDataReplacement: Sendable {
  public let kind: PersonalDataKind
  /// The bytes of the file it stands in.
  public let range: Range<Int>
  /// The value as it may be shown.
  public let masked: String
  /// What to write in its place; `nil` where writing it could make something else of the file.
  public let text: String?

  init(_ finding: PersonalDataFinding, in syntax: CheckedText) {
    (kind, range, masked) = (finding.kind, finding.range, finding.masked)
    switch syntax {
    case .document(let bodyStart) where range.lowerBound >= bodyStart:
      // A run of asterisks between two masked numbers would be emphasis.
      text = masked.replacing("*", with: "\\*")
    case .document:
      // In front matter a value that begins with an asterisk is a YAML alias.
      text = masked.hasPrefix("*") ? nil : masked
    case .plain: text = masked
    case .extracted: text = nil
    }
  }
}

/// What a text that is checked for personal data is to its file.
enum CheckedText {
  /// The file itself, front matter and the Markdown that begins at an offset.
  case document(bodyStart: Int)
  /// The file itself, without markup.
  case plain
  /// Drawn from the file; offsets in it are none in the file.
  case extracted
}
