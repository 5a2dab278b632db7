import Disclosure
import YAML

extension ModelBuilder {
  /// Rows that a page lists of entries published late; the data files have all.
  private static let mostLate = 50

  func assessment(of organ: Int?, _ url: RelativeURL) -> AssessmentPage {
    let (assessment, section) = (plan.assessment(of: organ), plan.section(organ))
    let tables = [
      (SettingField.organs.field.label, assessment.organs),
      (DocumentField.department.field.label, assessment.departments),
      ("年份", assessment.years),
    ]
    return AssessmentPage(
      site: site(url, in: section), page: head("公开情况", path: section.assessment, in: section, url),
      limit: PublicationTime.limit,
      tables: tables.filter { !$0.1.isEmpty }.map { label, parts in
        AssessmentTable(label: label, rows: (parts + [assessment.total]).map { row($0, url) })
      },
      late: assessment.late.prefix(Self.mostLate).map { late($0.position, days: $0.days, url) },
      moreLate: max(0, assessment.late.count - Self.mostLate), reports: assessment.reports.map { standing($0, url) },
      downloads: [
        ResourceModel(title: "各表的数字", url: "assessment.csv", format: "CSV", note: "可以用表格软件打开"),
        ResourceModel(title: "各表的数字", url: "assessment.json", format: "JSON", note: "供程序读取，另有逾期公开的全部条目"),
      ])
  }

  private func row(_ part: Assessment.Part, _ url: RelativeURL) -> AssessmentRow {
    let counts = part.counts
    return AssessmentRow(
      name: part.name, url: part.organ.map { url(plan.organs[$0].assessment) }, published: counts.published,
      listed: counts.listed, withheld: counts.withheld, limited: counts.days.count, inTime: counts.inTime,
      late: counts.late, inTimePercent: counts.inTimePercent.map { "\($0)%" }, median: counts.median.map(String.init),
      longest: counts.longest.map(String.init))
  }

  private func late(_ position: Int, days: Int, _ url: RelativeURL) -> LateEntry {
    let document = catalog.documents[position]
    return LateEntry(
      title: document.title, url: url.to(plan.addresses[position]), dateCreated: document.dateCreated?.description,
      datePublished: document.datePublished?.description, days: days)
  }

  private func standing(_ report: Assessment.Report, _ url: RelativeURL) -> ReportStanding {
    ReportStanding(
      year: report.year, url: report.position.map { url.to(plan.addresses[$0]) }, due: report.due?.description,
      published: report.published?.description, standing: report.standing.label)
  }
}

extension Assessment.Report {
  enum Standing: String {
    case inTime = "in-time", late, undated, missing

    var label: String {
      switch self {
      case .inTime: "按期"
      case .late: "逾期"
      case .undated: "没有写公布日期"
      case .missing: "尚未公布，已过期限"
      }
    }
  }

  var standing: Standing {
    guard position != nil else { return .missing }
    guard let published else { return .undated }
    return due.map { published > $0 } ?? false ? .late : .inTime
  }
}
