import Diagnostics

extension InspectionReport {
  /// The report for programs.
  func json(_ language: Language) -> String {
    let string = JSONText.string
    let site = JSONText.object([
      ("name", string(siteName)), ("organization", string(organization)), ("url", string(address)),
    ])
    let counts = JSONText.object([
      ("errors", "\(summary.errors)"), ("warnings", "\(summary.warnings)"), ("notes", "\(summary.notes)"),
      ("documents", "\(summary.documents)"), ("published", "\(summary.published)"),
      ("withheld", "\(summary.withheld)"), ("baselined", "\(summary.baselined)"),
    ])
    let columns = columns.map { column in
      let organ = column.organ.map { [("organ", string($0))] } ?? []
      return JSONText.object(organ + [("title", string(column.label)), ("count", "\(column.count)")])
    }
    var members = [("version", "1"), ("generator", string(generator)), ("site", site)]
    if let date { members.append(("date", string(date.description))) }
    members += [
      ("summary", counts), ("columns", JSONText.array(columns)),
      ("rules", JSONText.array(rules.map { object($0, language) })),
    ]
    return JSONText.object(members) + "\n"
  }

  private func object(_ rule: Rule, _ language: Language) -> String {
    var members = [
      ("id", JSONText.string(rule.kind.id)), ("title", JSONText.string(rule.kind.title[language])),
      ("level", JSONText.string(rule.severity?.rawValue ?? "off")), ("gate", rule.kind.isGate ? "true" : "false"),
      ("result", JSONText.string(rule.result.rawValue)), ("count", "\(rule.findings.count)"),
    ]
    switch rule.coverage {
    case .count(let count, let unit): members += [("inspected", "\(count)"), ("of", JSONText.string(unit.rawValue))]
    case .settings: members.append(("of", JSONText.string("settings")))
    case .none(let reason): members.append(("reason", JSONText.string(reason[language])))
    }
    if let basis = rule.basis { members.append(("basis", JSONText.string(basis))) }
    members.append(("findings", JSONText.array(rule.findings.map { object($0, language) })))
    return JSONText.object(members)
  }

  private func object(_ finding: Finding, _ language: Language) -> String {
    var members = [("path", JSONText.string(finding.path))]
    if let line = finding.line, let column = finding.column {
      members += [("line", "\(line)"), ("column", "\(column)")]
    }
    return JSONText.object(members + [("message", JSONText.string(finding.message[language]))])
  }
}
