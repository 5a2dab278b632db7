import Chronology
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
  /// The day of the build, for everything that asks what day it is; without it nothing is judged by the calendar.
  public var today: CivilDate?
  /// Whether findings listed in the site's baseline are left out.
  public var usesBaseline = true

  public init() {}
}
