import Diagnostics
import YAML

/// Reads vocabularies and terms from YAML.
public enum VocabularyReader {
  /// The vocabulary in a file of `taxonomy/`; `nil` when something was reported.
  public static func read(
    _ bytes: UnsafeBufferPointer<UInt8>, path: String, _ diagnostics: inout [Diagnostic]
  ) -> Vocabulary? {
    let before = diagnostics.count
    let node = YAMLParser.parse(bytes, path: path, diagnostics: &diagnostics)
    guard diagnostics.count == before else { return nil }
    var reader = FieldReader<VocabularyKey>(node, path: path)
    let code = reader.text(.code)
    let label = reader.text(.label)
    let terms = reader.records(.terms, as: TermKey.self)
    diagnostics += reader.diagnostics
    guard let code, let label else {
      let span = SourceSpan(path: path, range: node?.range ?? ByteRange(0, 0))
      diagnostics.append(
        Diagnostic(
          .incompleteTerm, at: span, zh: "词表要有“代码”和“名称”", en: "a vocabulary needs a code and a name"))
      return nil
    }
    var vocabulary = Vocabulary(code: code, label: label)
    add(terms, to: &vocabulary, &diagnostics)
    return vocabulary
  }

  /// Adds terms to a vocabulary, each with the terms below it.
  public static func add(
    _ readers: [FieldReader<TermKey>], to vocabulary: inout Vocabulary, _ diagnostics: inout [Diagnostic]
  ) {
    for var reader in readers {
      let name = reader.text(.name)
      let code = reader.text(.code)
      let term = name.flatMap { name in
        code.map { Term(code: $0, name: name, aliases: reader.texts(.aliases).map(\.value)) }
      }
      let children = reader.texts(.children)
      diagnostics += reader.diagnostics
      guard let term, isCode(term.code) else {
        diagnostics.append(incomplete(reader))
        continue
      }
      vocabulary.add(term)
      let parent = vocabulary.terms.firstIndex { $0.code == term.code }
      for (i, child) in children.enumerated() {
        vocabulary.add(Term(code: "\(term.code)-\(i + 1)", name: child.value, parent: parent))
      }
    }
  }

  private static func isCode(_ text: String) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"),
          UInt8(ascii: "_"):
          true
        default: false
        }
      }
  }

  private static func incomplete(_ reader: FieldReader<TermKey>) -> Diagnostic {
    Diagnostic(
      .incompleteTerm, at: SourceSpan(path: reader.path, range: reader.range),
      zh: "词条要有“代码”（小写字母、数字、连字符）和“名称”",
      en: "a term needs a code (lower-case letters, digits, hyphens) and a name")
  }
}

public enum TermKey: Int, FieldKey {
  case code, name, aliases, children

  public static let table = FieldTable(
    "term",
    [
      Field("code", "代码", .text, zh: "网址里用的代码，定了不再改", en: "code used in addresses; never changes"),
      Field("name", "名称", .text, zh: "正式名称", en: "official name"),
      Field("aliases", "别名", .texts, zh: "录入时也认的其他叫法", en: "other names accepted when reading"),
      Field("children", "下级", .texts, zh: "下一级词条的名称", en: "names of the terms below"),
    ])
}

/// The keys of a file of `taxonomy/`.
public enum VocabularyKey: Int, FieldKey {
  case code, label, terms

  public static let table = FieldTable(
    "vocabulary",
    [
      Field("code", "代码", .text, zh: "词表代码", en: "code of the vocabulary"),
      Field("label", "名称", .text, zh: "词表名称", en: "label of the vocabulary"),
      Field("terms", "词条", .records(TermKey.table), zh: "全部词条", en: "all terms"),
    ])
}

/// Everything this room reports.
public enum TaxonomyDiagnostics {
  public static let kinds: [DiagnosticKind] = [.incompleteTerm]
}

extension DiagnosticKind {
  static let incompleteTerm = DiagnosticKind(
    "taxonomy.incomplete-term", .error, fatal: true, zh: "词表或词条不完整", en: "incomplete vocabulary or term",
    remedy: Text(zh: "写成 {代码: bgs, 名称: 办公室} 的样子", en: "write it like {code: office, name: 办公室}"))
}
