import Diagnostics
import Markdown

/// A link to a place in a document's page, as `办法.md#art-3` is.
public struct PlaceLink: Sendable {
  /// The document's path.
  public let target: String
  /// The `id` of an element on its page.
  public let place: String
  public let span: SourceSpan

  public init(target: String, place: String, span: SourceSpan) {
    self.target = target
    self.place = place
    self.span = span
  }

  /// - Parameter fragment: As written after the `#`.
  init(target: String, fragment: Substring, span: SourceSpan) {
    self.init(target: target, place: fragment.percentDecoded, span: span)
  }
}

/// The places of a page that links may lead to.
public struct PagePlaces: Sendable, Hashable {
  private let ids: [String]
  private let title: String

  public init(_ html: [UInt8], title: String) {
    self.title = title
    let attribute = Array(" id=\"".utf8)
    var ids: [String] = []
    var index = 0
    while let space = html[index...].firstIndex(of: UInt8(ascii: " ")) {
      index = space + 1
      guard html[space...].starts(with: attribute) else { continue }
      // In text a quotation mark is an entity: this one begins an attribute's value.
      ids.append(
        String(decoding: html[(space + attribute.count)...].prefix { $0 != UInt8(ascii: "\"") }, as: UTF8.self))
    }
    self.ids = ids
  }

  /// What is wrong with a link to this page; `nil` if it leads somewhere.
  public func check(_ link: PlaceLink) -> Diagnostic? {
    guard !ids.contains(link.place) else { return nil }
    let near = NearMiss.best(for: link.place, among: ids)
    return Diagnostic(
      .brokenPlace, at: link.span, zh: "《\(title)》里没有“\(link.place)”这个位置",
      en: "“\(title)” has no place “\(link.place)”",
      fixes: near.map { [.didYouMean("#\($0)")] } ?? [])
  }
}

extension DiagnosticKind {
  static let brokenPlace = DiagnosticKind(
    "link.place", .error, zh: "链接的位置不存在", en: "a link to a place that does not exist",
    remedy: Text(
      zh: "条文写 #art-条号，标题写它的编号（见 docs/markdown.md）；只链接到文件的，去掉 # 和后面的字",
      en:
        "write #art-N for an article, a heading's id for a heading (docs/markdown.md), or nothing for the whole document"
    ))
}
