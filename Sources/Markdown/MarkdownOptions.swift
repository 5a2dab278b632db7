/// What a renderer does beyond CommonMark 0.30.
public struct MarkdownOptions: Sendable {
  /// Emphasis and line breaks as a reader of Chinese expects them.
  public var chineseTypography = true
  /// Tables, strikethrough, task lists, bare addresses, footnotes, containers, and `id`s on headings and articles.
  public var extensions = true
  /// `#` becomes `<h(1 + offset)>`; a page that has its own `<h1>` passes 1. Levels stop at 6.
  public var headingOffset = 0
  /// Whether plain text and summary are wanted.
  public var collectsPlainText = true
  /// Whether the word count is wanted too.
  public var countsWords = true

  public init() {}

  /// CommonMark 0.30 and nothing else: the bytes libcmark's own HTML renderer writes in its safe mode.
  public static var commonMark: MarkdownOptions {
    var options = MarkdownOptions()
    options.chineseTypography = false
    options.extensions = false
    return options
  }
}
