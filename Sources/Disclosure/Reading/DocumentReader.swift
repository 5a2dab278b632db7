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
      diagnostics += missing(metadata, kind: place.kind, at: SourceSpan(path: path, range: fence))
    }
    return Document(
      path: path, place: place, metadata: metadata, body: ByteRange(parts.body),
      file: Fingerprint(of: UnsafeRawBufferPointer(bytes)), drafts: drafts, forEditor: forEditor)
  }

  /// The fields that are not there at all; those that are there and wrong have been reported already.
  private func missing(_ metadata: Metadata, kind: DocumentKind, at span: SourceSpan) -> [Diagnostic] {
    (required[kind] ?? []).filter { metadata.spans[$0] == nil }.map { field in
      let (label, example) = (field.field.label, field.field.example)
      let fix = Diagnostic.Fix(zh: "加一行“\(label): \(example)”", en: "add a line “\(label): \(example)”")
      return field == .review
        ? Diagnostic(
          .missingReview, at: span, zh: "没有“审查”记录，未经审查的信息不发布", en: "there is no “审查” record; what is not reviewed is not published",
          fixes: [fix])
        : Diagnostic(
          .missingField, at: span, zh: "缺少“\(label)”", en: "“\(label)” (\(field.field.key)) is missing", fixes: [fix])
    }
  }
}
