public import Diagnostics

/// One document after rendering.
public struct RenderedMarkdown: Sendable {
  /// An HTML fragment in UTF-8; empty or ending in a line feed.
  public var html: [UInt8]
  /// In the order of the text: the data of a contents list. Collected by the extensions; none without them.
  public var headings: [Heading]
  /// What a reader reads, without markup, one line a block; empty unless asked for.
  public var plainText: [UInt8]
  /// The first sentences of the paragraphs, at most 100 characters; empty unless asked for.
  public var summary: String
  /// Each Han character or kana counts 1, each Latin word or number 1; 0 unless asked for.
  public var wordCount: Int
  /// All links and images in the order of the text, those not safe to publish excepted.
  public var links: [LinkReference]

  public struct Heading: Sendable, Hashable {
    /// 1 to 6, as in the output: the heading offset is included.
    public var level: Int
    /// Unique in the document, and in its HTML.
    public var id: String
    /// The text without markup.
    public var title: String
  }

  public struct LinkReference: Sendable, Hashable {
    /// As the editor wrote it, backslash escapes and entities decoded.
    public var destination: String
    /// The whole construct, from `[`, `![` or `<` to the closing character.
    public var span: SourceSpan
    public var isImage: Bool
  }
}
