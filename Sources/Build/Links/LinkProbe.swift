import Diagnostics
import Site
import Workers

/// Answers whether a web address can be reached.
public typealias LinkProbe = @Sendable (_ address: String) -> LinkAnswer

public enum LinkAnswer: Sendable, Hashable {
  case reachable
  case unreachable(Reason)

  public enum Reason: Sendable, Hashable {
    case unknownHost, timeout, refused, certificate, notFound, other
  }
}

/// Links out of the site that lead nowhere, each address asked for once, whatever place on its page is meant.
enum ReachabilityRule {
  static func check(_ links: [ExternalLink], _ probe: @escaping LinkProbe, pool: WorkerPool) -> [Diagnostic] {
    let addresses = Set(links.map(page(of:))).sorted()
    let answers = pool.map(addresses.count, state: {}) { _, i in (addresses[i], probe(addresses[i])) }
    let byAddress = Dictionary(uniqueKeysWithValues: answers)
    return links.compactMap { link in
      guard case .unreachable(let reason)? = byAddress[page(of: link)] else { return nil }
      return Diagnostic(
        .unreachableLink, at: link.span, zh: "链接打不开：\(reason.text.zh)",
        en: "the link cannot be opened: \(reason.text.en)",
        fixes: [.init(zh: "改为现在的网址，或者去掉链接只留文字", en: "write its present address, or keep the text without the link")])
    }
  }

  /// The address without its fragment, which no server is told.
  private static func page(of link: ExternalLink) -> String { String(link.address.prefix { $0 != "#" }) }
}

extension LinkAnswer.Reason {
  fileprivate var text: Text {
    switch self {
    case .unknownHost: Text(zh: "没有这个网站", en: "there is no such host")
    case .timeout: Text(zh: "等了 20 秒没有回答", en: "no answer within 20 seconds")
    case .refused: Text(zh: "连接不上", en: "no connection")
    case .certificate: Text(zh: "证书不对", en: "its certificate is wrong")
    case .notFound:
      Text(zh: "网站说网页不存在、不让访问或者出错", en: "the host answers that the page does not exist, may not be seen or fails")
    case .other: Text(zh: "网站的回答有误", en: "the host answers wrongly")
    }
  }
}

extension DiagnosticKind {
  static let unreachableLink = DiagnosticKind(
    "link.unreachable", .warning, zh: "外部链接打不开", en: "a link out of the site cannot be opened")
}
