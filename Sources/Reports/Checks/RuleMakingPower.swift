import Diagnostics

/// Whether an organ can make 规章 (rules): the State Council's departments, and the people's governments of provinces,
/// of cities divided into districts and of autonomous prefectures (《立法法》).
enum RuleMakingPower {
  /// By the organ's full name; `nil` where it does not tell.
  static func isHeld(by organ: String, gazetteer: Gazetteer = .national) -> Bool? {
    if ["国家", "中国", "中华人民共和国", "国务院"].contains(where: { organ.hasPrefix($0) }) || organ.hasSuffix("部") { return nil }
    if ["乡人民政府", "镇人民政府", "县人民政府", "旗人民政府", "街道办事处"].contains(where: { organ.hasSuffix($0) }) { return false }
    guard let government = organ.firstRange(of: "人民政府") else {
      // A department of a place: only the State Council's make rules.
      let isLocal = organ.contains { "省市县区州盟旗镇乡".contains($0) }
      return isLocal ? false : nil
    }
    // An office within a government is a department.
    guard government.upperBound == organ.endIndex else { return false }
    let place = organ[..<government.lowerBound]
    // The gazetteer has every province, prefecture and city divided into districts.
    if gazetteer.names.contains(where: { place.hasSuffix($0) }) { return true }
    return place.hasSuffix("区") || place.hasSuffix("市") ? false : nil
  }

  /// Reports numbers of rules made or in force by an organ that can make none.
  static func check(_ statistics: ReportStatistics, organ: String) -> [Diagnostic] {
    guard isHeld(by: organ) == false, let rules = Measure.all.first(where: { $0.code == "rules" }) else { return [] }
    return rules.series.flatMap { series in
      let cells = statistics.value(of: rules.code(of: series))?.cells ?? []
      return cells.filter { $0.value > ReportNumber(0) }.map { cell in
        Diagnostic(
          .reportRuleMaking, at: cell.span, zh: "“规章”\(series.label)填了 \(cell.value)，\(organ)没有规章制定权",
          en: "\(cell.value) rules (规章, \(series.label)), but \(organ) cannot make any",
          fixes: [
            .init(
              zh: "填 0；规范性文件填在“规范性文件”一行", en: "write 0; normative documents have a row of their own", replacement: "0")
          ])
      }
    }
  }
}

extension DiagnosticKind {
  static let reportRuleMaking = DiagnosticKind(
    "report.rule-making", .warning, zh: "没有规章制定权的机关填了规章", en: "rules counted by an organ that cannot make them")
}
