import Chronology
import Disclosure
import YAML

/// What a build is asked to do.
public struct BuildOptions: Sendable {
  /// The site's folder.
  public var source = "."
  public var output = "public"
  /// Instead of the one in `site.yml`.
  public var baseURL: String?
  public var jobs = 2
  public var drafts = false
  /// Whether drafts and withheld documents are shown, marked as such: for the editor's own screen, never for output.
  public var forEditor = false
  /// The day of the build, for everything that asks what day it is; without it nothing is judged by the calendar.
  public var today: CivilDate?
  /// Whether findings listed in the site's baseline are left out.
  public var usesBaseline = true
  /// Parts of a build that a measurement may leave out; what is published always has all of them.
  public var parts = Parts.all
  /// Asks whether links out of the site can be opened; they are not looked at without it.
  public var probe: LinkProbe?

  public init() {}

  /// Whether the search index of a site is made.
  func makesSearch(of settings: SiteSettings) -> Bool { parts.contains(.search) && settings.search.isEnabled }

  public struct Parts: OptionSet, Sendable {
    public let rawValue: Int

    public init(rawValue: Int) { self.rawValue = rawValue }

    public static let rules = Parts(rawValue: 1)
    public static let search = Parts(rawValue: 2)
    /// SHA-256 in the manifest.
    public static let hashes = Parts(rawValue: 4)
    public static let all: Parts = [.rules, .search, .hashes]
  }
}
