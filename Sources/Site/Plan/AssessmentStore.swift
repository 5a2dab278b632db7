import Synchronization

/// The assessments of a site's parts, each made when it is first asked for: a page and its data files share one.
final class AssessmentStore: Sendable {
  /// By ordinal of the organ; -1 is the root.
  private let made = Mutex<[Int: Assessment]>([:])

  func assessment(of organ: Int?, _ make: () -> Assessment) -> Assessment {
    made.withLock { made in
      if let assessment = made[organ ?? -1] { return assessment }
      let assessment = make()
      made[organ ?? -1] = assessment
      return assessment
    }
  }
}

extension SitePlan {
  /// What an organ, or the site as a whole, published, how fast, and what is overdue.
  func assessment(of organ: Int?) -> Assessment {
    assessments.assessment(of: organ) { Assessment(self, section(organ)) }
  }
}
