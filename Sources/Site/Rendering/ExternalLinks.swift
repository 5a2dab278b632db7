import Diagnostics
import Disclosure
import Markdown

/// Links out of the site, which inspectors count against it when they lead to where they should not.
struct ExternalLinks {
  /// Hosts that may be linked to, with the hosts below them; `nil` where every host may.
  private let allowed: [String]?

  init(_ settings: SiteSettings) {
    let own = SiteAddress(settings.baseURL).host
    allowed = settings.allowedHosts.map { $0.map { $0.lowercased() } + [own.lowercased()] }
  }

  func check(_ links: [RenderedMarkdown.LinkReference], _ diagnostics: inout [Diagnostic]) {
    guard let allowed else { return }
    for link in links {
      guard let host = Self.host(of: link.destination),
        !allowed.contains(where: { host == $0 || host.hasSuffix(".\($0)") })
      else { continue }
      diagnostics.append(
        Diagnostic(
          .externalLink, at: link.span, zh: "“\(host)”不在“允许外链”里", en: "“\(host)” is not among the hosts of “允许外链”",
          fixes: [
            .init(
              zh: "去掉链接只留文字，或者经审批后把它加进 site.yml 的“允许外链”",
              en: "keep the text without the link, or add the host to “允许外链”")
          ]))
    }
  }

  static func links(_ links: [RenderedMarkdown.LinkReference]) -> [ExternalLink] {
    links.filter { host(of: $0.destination) != nil }.map { link in
      let scheme = link.destination.hasPrefix("//") ? "https:" : ""
      return ExternalLink(address: scheme + link.destination, span: link.span)
    }
  }

  /// The host of an absolute web address, in lower case; `nil` for any other destination.
  static func host(of destination: String) -> String? {
    let rest: Substring
    if destination.hasPrefix("//") {
      rest = destination.dropFirst(2)
    } else if let colon = destination.firstRange(of: "://"),
      ["http", "https"].contains(destination[..<colon.lowerBound].lowercased())
    {
      rest = destination[colon.upperBound...]
    } else {
      return nil
    }
    let authority = rest.prefix { !"/?#".contains($0) }
    let host = authority.split(separator: "@").last ?? ""
    return host.prefix { $0 != ":" }.lowercased()
  }
}

extension DiagnosticKind {
  static let externalLink = DiagnosticKind(
    "link.external", .warning, zh: "链接到没有允许的网站", en: "a link to a site that is not allowed")
}
