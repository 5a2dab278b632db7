import YAML

/// Lines of YAML for the fields of a table: those that are known, and the others as comments that say how to fill them in.
struct FieldLines {
  private(set) var lines: [String] = []

  /// `标签: 值`, or `# 标签: 例  # 说明` where there is no value.
  mutating func add(_ field: Field, _ value: String?, note: String? = nil) {
    if let value {
      lines.append("\(field.label): \(Self.yaml(value, field.type))" + (note.map { "  # \($0)" } ?? ""))
    } else {
      let example = field.example.isEmpty ? "" : " \(field.example)"
      lines.append("# \(field.label):\(example)  # \(note ?? field.summary.zh)")
    }
  }

  /// A record, one line a part. Parts that are not known are comments; without any known part, so is the record.
  mutating func add<Key: FieldKey>(_ field: Field, parts: [(key: Key, value: String?)]) {
    let isKnown = parts.contains { $0.value != nil }
    lines.append("\(isKnown ? "" : "# ")\(field.label):")
    for (key, value) in parts {
      lines.append(
        value.map { "  \(key.field.label): \(YAMLScalar.text($0))" }
          ?? "  # \(key.field.label):  # \(key.field.summary.zh)")
    }
  }

  /// A list of terms, one line a term.
  mutating func add(_ field: Field, terms: [(code: String, name: String)]) {
    lines.append("\(field.label):")
    lines += terms.map { "  - {代码: \($0.code), 名称: \(YAMLScalar.text($0.name))}" }
  }

  /// Several values of one field are given with `；` between them.
  private static func yaml(_ value: String, _ type: ValueType) -> String {
    switch type {
    case .texts, .terms:
      let items = value.split(separator: "；").map { YAMLScalar.text(String($0)) }
      return items.count == 1 ? items[0] : "[\(items.joined(separator: ", "))]"
    case .date, .flag: return value
    default: return YAMLScalar.text(value)
    }
  }

  mutating func add(comment: String) { lines.append(comment.isEmpty ? "" : "# \(comment)") }
}
