import Diagnostics
import Disclosure
import Markdown

/// Resolves the links of one document: index numbers, other documents, attachments.
struct DocumentLinks: LinkResolver {
  let plan: SitePlan
  let document: Document
  let attachments: [PlannedAttachment]
  let url: RelativeURL

  func resolve(_ destination: String, isImage: Bool) -> LinkResolution {
    if destination.hasPrefix("#") { return fragment(String(destination.dropFirst())) }
    guard !isAbsolute(destination), !destination.isEmpty else { return .keep }
    let path = String(destination.prefix { $0 != "#" && $0 != "?" })
    let suffix = String(destination.dropFirst(path.count))
    guard let source = normalized(path) else { return missing(path) }
    if let position = plan.catalog.position(ofPath: source) {
      return .replace(url.to(plan.addresses[position]) + suffix)
    }
    if let attachment = attachments.first(where: { $0.file.path == source }) {
      return .replace(url(attachment.output) + suffix)
    }
    return missing(path)
  }

  /// `#000000000/2017-00012` is another entry; any other fragment a place on this page.
  private func fragment(_ text: String) -> LinkResolution {
    guard text.contains("/") else { return .keep }
    if let position = plan.catalog.position(ofIndexNumber: text) { return .replace(url.to(plan.addresses[position])) }
    let numbers = plan.catalog.documents.compactMap(\.metadata.indexNumber)
    let fix =
      NearMiss.best(for: text, among: numbers).map { Diagnostic.Fix.didYouMean("#\($0)") }
      ?? Diagnostic.Fix(zh: "核对索引号，或者去掉链接只留文字", en: "check the number, or keep the text without the link")
    return .broken(zh: "目录里没有索引号“\(text)”", en: "no entry has the index number “\(text)”", fixes: [fix])
  }

  private func isAbsolute(_ destination: String) -> Bool {
    destination.hasPrefix("//") || destination.prefix { $0 != "/" && $0 != "?" && $0 != "#" }.contains(":")
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
    let near = plan.catalog.documents.map(\.path).filter { $0.hasPrefix(folder) }.map { String($0.dropFirst(folder.count)) }
    let fix =
      NearMiss.best(for: path, among: near).map(Diagnostic.Fix.didYouMean)
      ?? Diagnostic.Fix(zh: "核对文件名，或者去掉链接只留文字", en: "check the name, or keep the text without the link")
    return .broken(zh: "没有文件“\(path)”，或者它不公开", en: "there is no “\(path)”, or it is not published", fixes: [fix])
  }
}
