import Chronology
import Diagnostics
import Disclosure
import Reports
import Taxonomy
import YAML

/// Catalog lines as a spreadsheet program saves them: a line of headings, then an entry a line.
///
/// Headings are the registry's labels, keys or aliases. What fits no field, or is no value of its field, stays in the
/// entry as a comment and is listed.
public struct ImportedCatalog: Sendable {
  public private(set) var entries: [ImportedEntry] = []
  /// On the file as a whole.
  public private(set) var notes: [ImportNote] = []
  private let taxonomy: Taxonomy

  public init(csv text: String, taxonomy: Taxonomy) {
    self.taxonomy = taxonomy
    let bytes = Array(text.utf8)
    let rows = CellGrid(csv: bytes).rows
    guard let head = rows.first else { return }
    let names = head.map { $0.text.trimmed }
    let fields = names.map { DocumentField.table.ordinal(of: $0).flatMap(DocumentField.init(rawValue:)) }
    for (name, field) in zip(names, fields) where field == nil && !name.isEmpty {
      let fix = NearMiss.best(for: name, among: DocumentField.table.labels)
      notes.append(
        ImportNote(
          1, zh: "没有名为“\(name)”的字段，这一列留作注释" + (fix.map { "；是否应为“\($0)”？" } ?? ""),
          en: "there is no field “\(name)”; the column becomes comments" + (fix.map { "; did you mean “\($0)”?" } ?? "")
        ))
    }
    var lines = LineCounter(bytes)
    for row in rows.dropFirst() where row.contains(where: { !$0.text.trimmed.isEmpty }) {
      var entry = ImportedEntry()
      entry.line = lines.line(at: row[0].range.lowerBound)
      for (i, cell) in row.enumerated() where !cell.text.trimmed.isEmpty {
        let name = i < names.count && !names[i].isEmpty ? names[i] : "第\(i + 1)列"
        read(cell.text.trimmed, i < fields.count ? fields[i] : nil, name, &entry)
      }
      if entry.title.isEmpty {
        entry.title = "（缺标题）"
        entry.notes.append(ImportNote(entry.line, zh: "这一行没有标题", en: "this line has no title"))
      }
      entries.append(entry)
    }
  }

  private func read(_ value: String, _ field: DocumentField?, _ name: String, _ entry: inout ImportedEntry) {
    guard let field, entry.values[field] == nil, let text = accepted(value, field) else {
      entry.unread.append("\(name): \(value)")
      if field != nil {
        entry.notes.append(
          ImportNote(
            entry.line, zh: "“\(name)”里没有认出“\(value)”，留作注释",
            en: "“\(value)” is no value of “\(name)”; kept as a comment"))
      }
      return
    }
    if field == .title { entry.title = text } else { entry.values[field] = text }
  }

  /// The value as front matter has it; `nil` when it is none of the field's.
  private func accepted(_ value: String, _ field: DocumentField) -> String? {
    switch field.field.type {
    case .text, .texts: return value
    case .date: return CivilDate(loose: value)?.description
    case .integer: return Int(value).map(String.init)
    case .term(let code): return taxonomy[code]?.ordinal(of: value) == nil ? nil : value
    case .terms(let code):
      let names = value.split(whereSeparator: { "；;".contains($0) }).map(String.init)
      return names.allSatisfy { taxonomy[code]?.ordinal(of: $0) != nil } ? names.joined(separator: "；") : nil
    default: return nil
    }
  }
}

/// Line numbers of offsets that only grow.
private struct LineCounter {
  private let bytes: [UInt8]
  private var position = 0
  private var line = 1

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func line(at offset: Int) -> Int {
    while position < offset {
      if bytes[position] == UInt8(ascii: "\n") { line += 1 }
      position += 1
    }
    return line
  }
}

extension String {
  fileprivate var trimmed: String {
    var text = drop(while: \.isWhitespace)
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
