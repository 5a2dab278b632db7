import Archive
import Diagnostics
import Taxonomy
import YAML

/// Turns a file's bytes into a `Document`, reporting everything that is wrong with its front matter.
public struct DocumentReader: Sendable {
  private let vocabularies: FieldVocabularies
  let drafts: Bool
  let forEditor: Bool
  private let required: [DocumentKind: [DocumentField]]

  /// - Parameters:
  ///   - drafts: whether documents marked as drafts are published.
  ///   - forEditor: whether documents that readers do not get are kept whole, for `Document.shownToEditor`.
  public init(_ settings: SiteSettings, drafts: Bool, forEditor: Bool = false) {
    vocabularies = FieldVocabularies(settings.taxonomy)
    self.drafts = drafts
    self.forEditor = forEditor
    required = Dictionary(uniqueKeysWithValues: DocumentKind.allCases.map { ($0, settings.required(in: $0)) })
  }

  /// - Parameter path: relative to the site's folder, below `content/`.
  public func read(
    _ bytes: UnsafeBufferPointer<UInt8>, path: String, place: DocumentPlace, _ diagnostics: inout [Diagnostic]
  ) -> Document? {
    guard SourceCheck.accepts(bytes, path: path, &diagnostics),
      let parts = FrontMatter(bytes, path: path, &diagnostics)
    else { return nil }
    let before = diagnostics.count
    let yaml = UnsafeBufferPointer(rebasing: bytes[parts.yaml])
    let node = YAMLParser.parse(yaml, path: path, offset: parts.yaml.lowerBound, diagnostics: &diagnostics)
    guard diagnostics.count == before else { return nil }
    var decoder = MetadataDecoder(FieldReader(node, path: path), vocabularies)
    let metadata = decoder.decode()
    diagnostics += decoder.diagnostics
    // What is no mapping has been reported as that; a draft is still being filled in.
    if !metadata.isDraft || drafts, node.map({ $0.isMapping || $0.isNull }) ?? true {
      let fence = ByteRange(0, min(parts.yaml.lowerBound, bytes.count))
      let written = metadata.spans
      diagnostics += (required[place.kind] ?? []).filter { !written.contains($0) }.map {
        missing($0, writtenAt: decoder.span($0), fence: SourceSpan(path: path, range: fence))
      }
    }
    return Document(
      path: path, place: place, metadata: consume metadata, body: ByteRange(parts.body),
      file: Fingerprint(of: UnsafeRawBufferPointer(bytes)), drafts: drafts, forEditor: forEditor)
  }

  /// What is said of a required field without a value. A value that is wrong has been reported already.
  private func missing(_ field: DocumentField, writtenAt span: SourceSpan?, fence: SourceSpan) -> Diagnostic {
    let (label, example) = (field.field.label, field.field.example)
    let fix =
      span == nil
      ? Diagnostic.Fix(zh: "加一行“\(label): \(example)”", en: "add a line “\(label): \(example)”")
      : Diagnostic.Fix(zh: "写成“\(label): \(example)”的样子", en: "write it like “\(label): \(example)”")
    if field == .review {
      return Diagnostic(
        .missingReview, at: span ?? fence, zh: "没有“审查”记录，未经审查的信息不发布",
        en: "there is no “审查” record; what is not reviewed is not published", fixes: [fix])
    }
    let message = Text(
      zh: span == nil ? "缺少“\(label)”" : "“\(label)”没有填写",
      en: span == nil ? "“\(label)” (\(field.field.key)) is missing" : "“\(label)” (\(field.field.key)) has no value")
    return Diagnostic(.missingField, at: span ?? fence, zh: message.zh, en: message.en, fixes: [fix])
  }
}
