import Diagnostics

extension IndexNumberLock {
  private static let head = """
    # 已经公布的索引号，公布后不再改变。由 gongkai lock 写成，请随内容一起提交。
    # Published index numbers: number, digest of title and date, file.

    """

  /// One number a line, sorted, so that two people's changes merge.
  func text() -> String {
    Self.head
      + entries.values.sorted { $0.number < $1.number }
      .map { "\(Self.escaped($0.number)) \($0.digest) \($0.path)\n" }.joined()
  }

  /// Reads what `text` wrote.
  init(_ bytes: [UInt8], _ diagnostics: inout [Diagnostic]) {
    var entries: [Entry] = []
    for line in RecordLine.all(in: bytes, parts: 3) {
      guard line.parts.count == 3, line.parts[1].utf8.count == 16 else {
        diagnostics.append(
          Diagnostic(
            .malformedLock, at: SourceSpan(path: Self.path, range: line.range), zh: "这一行不是“索引号 摘要 文件”",
            en: "this line is not “number digest file”",
            fixes: [
              .init(zh: "删去这一行；合并冲突的，两边的行都留下", en: "remove it; where a merge conflicts, keep the lines of both sides")
            ]))
        continue
      }
      entries.append(
        Entry(number: Self.unescaped(line.parts[0]), digest: line.parts[1], path: line.parts[2], range: line.range))
    }
    self.init(entries)
  }

  /// Index numbers of old sites may hold spaces, which separate the parts of a line.
  private static func escaped(_ number: String) -> String {
    number.replacing("%", with: "%25").replacing(" ", with: "%20")
  }
  private static func unescaped(_ text: String) -> String {
    text.replacing("%20", with: " ").replacing("%25", with: "%")
  }

  /// The record of the site in `source`; `nil` where there is none, and nothing is asked of its numbers.
  static func read(source: String, _ diagnostics: inout [Diagnostic]) throws(MachineFailure) -> IndexNumberLock? {
    guard Disk.exists("\(source)/\(path)") else { return nil }
    return IndexNumberLock(try Disk.read("\(source)/\(path)"), &diagnostics)
  }

  /// Records what the site makes public now, unless it has errors.
  ///
  /// - Returns: how the check of the site ended, and how many numbers are new to the record.
  public static func update(_ options: BuildOptions) throws -> (outcome: BuildOutcome, added: Int) {
    let checked = try CheckedSite(options)
    guard checked.outcome.summary.errors == 0 else { return (checked.outcome, 0) }
    var ignored: [Diagnostic] = []
    let known = try read(source: options.source, &ignored) ?? IndexNumberLock([])
    let merged = known.merging(IndexNumberLock(checked.site.plan.catalog))
    try Disk.replace("\(options.source)/\(path)", with: Array(merged.text().utf8))
    return (checked.outcome, merged.entries.count - known.entries.count)
  }
}
