/// The numbers of an organ, a department or a year, as JSON and CSV carry them.
enum AssessmentCount: String, CaseIterable {
  case published
  case onApplication = "on_application"
  case withheld, limited
  case inTime = "in_time"
  case late
  case inTimePercent = "in_time_percent"
  case medianDays = "median_days"
  case longestDays = "longest_days"

  /// Heads its column.
  var label: String {
    switch self {
    case .published: "主动公开"
    case .onApplication: "依申请公开"
    case .withheld: "不予公开"
    case .limited: "有期限"
    case .inTime: "按期"
    case .late: "逾期"
    case .inTimePercent: "按期百分比"
    case .medianDays: "工作日中位数"
    case .longestDays: "工作日最长"
    }
  }

  var meaning: String {
    switch self {
    case .published: "主动公开的条数 / entries actively disclosed"
    case .onApplication: "依申请公开的条数 / entries on application"
    case .withheld: "不予公开的条数 / entries withheld"
    case .limited: "有公开期限的条数 / entries with a time limit"
    case .inTime: "按期公开的条数 / of these, published in time"
    case .late: "逾期公开的条数 / of these, published late"
    case .inTimePercent: "按期公开的百分比，舍去小数 / share in time, rounded down"
    case .medianDays: "工作日中位数：半数以上的条目不超过它 / working days that at least half did not exceed"
    case .longestDays: "工作日最长 / most working days"
    }
  }

  /// Whether it is there without entries that have a time limit, too.
  var isAlwaysKnown: Bool {
    switch self {
    case .inTimePercent, .medianDays, .longestDays: false
    default: true
    }
  }

  func value(of counts: Assessment.Counts) -> Int? {
    switch self {
    case .published: counts.published
    case .onApplication: counts.listed
    case .withheld: counts.withheld
    case .limited: counts.days.count
    case .inTime: counts.inTime
    case .late: counts.late
    case .inTimePercent: counts.inTimePercent
    case .medianDays: counts.median
    case .longestDays: counts.longest
    }
  }
}
