import Diagnostics
import YAML
import TestSupport

@testable import Reports

/// A report whose numbers all fit together, made from a seed by the rules of the law and not by the product's code.
struct BalancedReport {
  /// By table, row and column key.
  var numbers: [String: [String: [String: Int]]] = [:]
  let form: ReportForm
  let year: Int

  init(year: Int, seed: UInt64) throws {
    guard let form = ReportForm.form(forYear: year) else { throw MissingForm() }
    self.form = form
    self.year = year
    var random = SeededGenerator(seed: seed)
    for table in form.tables {
      for row in table.rows where row.kind != NumberKind.none {
        for column in table.columns {
          numbers[table.key, default: [:]][row.key, default: [:]][column.key] = Int.random(in: 0...40, using: &random)
        }
      }
    }
    if form.id == "2014-32" { balanceList() } else { balanceApplications(); balanceProceedings() }
  }

  struct MissingForm: Error {}

  private mutating func balanceApplications() {
    let applicants = ["natural", "company", "research", "ngo", "law", "other"]
    guard var table = numbers["applications"] else { return }
    let outcomes = table.keys.filter { $0.hasPrefix("r") && $0 != "r7" }
    for column in applicants {
      let concluded = outcomes.reduce(0) { $0 + (table[$1]?[column] ?? 0) }
      let carriedOut = table["carried_out"]?[column] ?? 0
      table["r7"]?[column] = concluded
      // Received = concluded + carried out - carried in; the last is kept small enough.
      let carriedIn = min(table["carried_in"]?[column] ?? 0, concluded)
      table["carried_in"]?[column] = carriedIn
      table["new"]?[column] = concluded + carriedOut - carriedIn
    }
    for (row, cells) in table { table[row]?["total"] = applicants.reduce(0) { $0 + (cells[$1] ?? 0) } }
    numbers["applications"] = table
  }

  private mutating func balanceProceedings() {
    for row in ["review", "suit_direct", "suit_after_review"] {
      let cells = numbers["proceedings"]?[row] ?? [:]
      let parts = ["upheld", "corrected", "other", "pending"].reduce(0) { $0 + (cells[$1] ?? 0) }
      numbers["proceedings"]?[row]?["total"] = parts
    }
  }

  private mutating func balanceList() {
    let sums = [
      (
        "refused",
        [
          "refused_secret", "refused_commercial", "refused_privacy", "refused_safety", "refused_not_information",
          "refused_other",
        ]
      ),
      ("received", ["in_person", "fax", "online", "post"]), ("concluded", ["on_time", "extended"]),
      (
        "answered",
        [
          "already_public", "granted", "partly_granted", "refused", "not_ours", "not_existing", "asked_to_amend",
          "other_way",
        ]
      ),
      ("review", ["review_upheld", "review_corrected", "review_other"]),
      ("suits", ["suits_upheld", "suits_corrected", "suits_other"]), ("staff", ["full_time", "part_time"]),
    ]
    for (whole, parts) in sums {
      let sum = parts.reduce(0) { $0 + (numbers["statistics"]?[$1]?["count"] ?? 0) }
      numbers["statistics"]?[whole]?["count"] = sum
    }
  }

  /// As an editor would write it, by official label.
  var yaml: String {
    form.tables.map { table in
      let rows = table.rows.compactMap { row -> String? in
        guard let cells = numbers[table.key]?[row.key] else { return nil }
        let values = table.columns.map { String(cells[$0.key] ?? 0) }
        // By key where a label stands twice in its table, as 其他情形数 does.
        let name = table.rows.filter { $0.label == row.label }.count == 1 ? row.label : row.key
        return "  \(name): " + (values.count == 1 ? values[0] : "[\(values.joined(separator: ", "))]") + "\n"
      }
      return "\(table.label):\n" + rows.joined()
    }.joined()
  }

  func read() -> (statistics: ReportStatistics?, diagnostics: [Diagnostic]) { readStatistics(yaml, year: year) }
}

/// Reads YAML as the value of `统计`.
func readStatistics(_ yaml: String, year: Int) -> (statistics: ReportStatistics?, diagnostics: [Diagnostic]) {
  var diagnostics: [Diagnostic] = []
  let path = "content/reports/\(year).md"
  let node = Array(yaml.utf8).withUnsafeBufferPointer { YAMLParser.parse($0, path: path, diagnostics: &diagnostics) }
  guard let node else { return (nil, diagnostics) }
  let statistics = ReportStatistics.read(node, year: year, path: path, diagnostics: &diagnostics)
  return (statistics, diagnostics)
}
