import Diagnostics
import Disclosure
import Markdown

/// Resolves the links of one document: index numbers, other documents, attachments. By reference, as it is handed on with
/// every block of the text.
final class DocumentLinks: LinkResolver {
  private let builder: ModelBuilder
  private let document: Document
  private let attachments: [PlannedAttachment]
  private let url: RelativeURL

  init(of position: Int, _ builder: ModelBuilder, from url: RelativeURL) {
    self.builder = builder
    self.url = url
    document = builder.catalog.documents[position]
    attachments = builder.plan.attachments[position]
  }

  private var plan: SitePlan {
    _read { yield builder.plan }
  }

  func resolve(_ destination: String, isImage: Bool) -> LinkResolution {
    let link = LinkDestination(destination)
    switch link.target {
    case .elsewhere, .ownPage: return .keep
    case .entry(let number): return entry(number, link.suffix)
    case .file(let path): return file(path, link.suffix)
    }
  }

  /// The place in a document that a link leads to; `nil` if it leads to the whole, or elsewhere.
  func place(of link: RenderedMarkdown.LinkReference) -> PlaceLink? {
    let destination = LinkDestination(link.destination)
    guard let fragment = destination.fragment, !fragment.isEmpty else { return nil }
    let target: String?
    switch destination.target {
    case .elsewhere: target = nil
    case .ownPage: target = document.path
    case .entry(let number):
      target = plan.catalog.position(ofIndexNumber: number).map { plan.catalog.documents[$0].path }
    case .file(let path): target = normalized(path).flatMap { plan.catalog.position(ofPath: $0) == nil ? nil : $0 }
    }
    return target.map { PlaceLink(target: $0, fragment: fragment, span: link.span) }
  }

  private func entry(_ number: String, _ suffix: Substring) -> LinkResolution {
    if let position = plan.catalog.position(ofIndexNumber: number) {
      return .replace(url.to(plan.addresses[position]) + suffix)
    }
    if plan.catalog.hasUnreadEntries { return .keep }
    let fix = plan.catalog.nearestNumber(to: number, in: document).map { [Diagnostic.Fix.didYouMean("#\($0)")] }
    return .broken(zh: "目录里没有索引号“\(number)”", en: "no entry has the index number “\(number)”", fixes: fix ?? [])
  }

  private func file(_ path: String, _ suffix: Substring) -> LinkResolution {
    guard let source = normalized(path) else { return missing(path) }
    if let position = plan.catalog.position(ofPath: source) {
      return .replace(url.to(plan.addresses[position]) + suffix)
    }
    if let attachment = attachments.first(where: { $0.file.path == source }) {
      return .replace(url(attachment.output) + suffix)
    }
    // Why it could not be read has been said.
    return plan.catalog.unread.contains(source) ? .keep : missing(path)
  }

  /// The path from the site's folder, `.` and `..` carried out; `nil` when it leaves the content.
  private func normalized(_ path: String) -> String? {
    var parts = path.hasPrefix("/") ? ["content"] : document.path.split(separator: "/").dropLast().map(String.init)
    for part in path.split(separator: "/") where part != "." {
      if part == ".." {
        guard parts.count > 1 else { return nil }
        parts.removeLast()
      } else {
        parts.append(String(part))
      }
    }
    return parts.joined(separator: "/")
  }

  private func missing(_ path: String) -> LinkResolution {
    let folder = document.path.split(separator: "/").dropLast().joined(separator: "/") + "/"
    let near = plan.catalog.documents.map(\.path).filter { $0.hasPrefix(folder) }.map {
      String($0.dropFirst(folder.count))
    }
    return .broken(
      zh: "没有文件“\(path)”，或者它不公开", en: "there is no “\(path)”, or it is not published",
      fixes: [NearMiss.best(for: path, among: near).map { .didYouMean($0) } ?? wayOut(path)])
  }

  private func wayOut(_ path: String) -> Diagnostic.Fix {
    path.lowercased().hasSuffix(".md")
      ? .init(
        zh: "写从这份文件到那份文件的路径，例如 ../rules/shencha.md；目录里的也可以写索引号，例如 #000000000/2017-00001",
        en: "write the path from this file, like ../rules/review.md, or an entry's number, like #000000000/2017-00001")
      : .init(
        zh: "图片和附件放在同一文件夹，并在文件头写明：附件: [{文件: \(path)}]；文件叫 index.md 的不用写",
        en: "put pictures and attachments beside the document and list them: 附件: [{文件: \(path)}]; an index.md need not")
  }
}
