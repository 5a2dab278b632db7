import Diagnostics

/// Two sums that must be equal in every column, or in every row, of a table.
struct ReportRelation: Sendable {
  enum Axis: String, Sendable, CaseIterable {
    case row, column
  }

  /// Which check of the form it is.
  enum Check: String, Sendable, CaseIterable {
    case balance, outcomes, applicants, proceedings, breakdown
    case carryOver = "carry-over"
    case inForce = "in-force"

    var kind: DiagnosticKind {
      switch self {
      case .balance: .reportBalance
      case .outcomes: .reportOutcomes
      case .applicants: .reportApplicants
      case .proceedings: .reportProceedings
      case .breakdown: .reportBreakdown
      case .carryOver: .reportCarryOver
      case .inForce: .reportInForce
      }
    }
  }

  /// A number of a sum: of this year's report or, for `上年.key`, of last year's.
  struct Term: Sendable {
    let key: String
    let isNegative: Bool
    let isPrevious: Bool

    init(_ text: String) {
      var text = Substring(text)
      isNegative = text.hasPrefix("-")
      if isNegative { text = text.dropFirst() }
      isPrevious = text.hasPrefix("上年.")
      key = String(isPrevious ? text.dropFirst("上年.".count) : text)
    }
  }

  let check: Check
  let axis: Axis
  let left: [Term]
  let right: [Term]
  /// What to call the right side where its terms are too many to name.
  let rightName: String?

  var needsPrevious: Bool { (left + right).contains(where: \.isPrevious) }
}
