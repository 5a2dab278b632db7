/// Neighbouring lines below one merged head.
struct HeadRun {
  let label: String
  let lines: Range<Int>

  /// The run that begins with line `start` at depth `level`; `nil` where none begins there.
  init?(_ lines: [ReportLine], startingAt start: Int, level: Int) {
    guard level < lines[start].groups.count else { return nil }
    let prefix = lines[start].groups.prefix(level + 1)
    if start > 0, lines[start - 1].groups.prefix(level + 1) == prefix { return nil }
    let end = lines[start...].firstIndex { $0.groups.prefix(level + 1) != prefix } ?? lines.count
    label = lines[start].groups[level]
    self.lines = start..<end
  }

  /// The line that the head above `line` at `level` begins with.
  static func start(of line: Int, in lines: [ReportLine], level: Int) -> Int {
    let prefix = lines[line].groups.prefix(level + 1)
    var start = line
    while start > 0, lines[start - 1].groups.prefix(level + 1) == prefix { start -= 1 }
    return start
  }

  /// The deepest nesting of merged heads above `lines`.
  static func depth(_ lines: [ReportLine]) -> Int { lines.map(\.groups.count).max() ?? 0 }
}

extension ReportTable {
  /// The identifier of a merged head, after the first line below it.
  func groupID(_ lines: [ReportLine], _ line: Int, level: Int, _ kind: String) -> String {
    id(lines[HeadRun.start(of: line, in: lines, level: level)], "\(kind)g\(level)")
  }

  /// The identifiers of the merged heads above a line and of its own.
  func headers(_ lines: [ReportLine], _ line: Int, _ kind: String) -> [String] {
    lines[line].groups.indices.map { groupID(lines, line, level: $0, kind) } + [id(lines[line], kind)]
  }
}
