import Diagnostics

extension Baseline {
  private static let head = """
    # 旧内容里已知的问题，检查时不再提示。由 gongkai check --write-baseline 写成，请随内容一起提交。
    # Known findings in old content: digest, rule, count, file.

    """

  /// One finding a line, sorted, so that two people's changes merge.
  func text() -> String {
    Self.head
      + lines.sorted { $0.key < $1.key }
      .map { "\($0.digest) \($0.rule) \($1.count) \($0.path)\n" }.joined()
  }

  /// Reads what `text` wrote.
  init(_ bytes: [UInt8], _ diagnostics: inout [Diagnostic]) {
    var lines: [Fingerprint: Line] = [:]
    for line in RecordLine.all(in: bytes, parts: 4) {
      guard line.parts.count == 4, line.parts[0].utf8.count == 16, let count = Int(line.parts[2]), count > 0 else {
        diagnostics.append(Self.malformed(line.range))
        continue
      }
      let finding = Fingerprint(path: line.parts[3], rule: line.parts[1], digest: line.parts[0])
      lines[finding, default: Line(count: 0, range: line.range)].count += count
    }
    self.init(lines)
  }

  /// The baseline of the site in `source`; `nil` where there is none.
  static func read(source: String, _ diagnostics: inout [Diagnostic]) throws(MachineFailure) -> Baseline? {
    guard Disk.exists("\(source)/\(path)") else { return nil }
    return Baseline(try Disk.read("\(source)/\(path)"), &diagnostics)
  }

  /// Writes it beside `site.yml`, in place of the one that may be there.
  public func write(source: String) throws(MachineFailure) {
    try Disk.replace("\(source)/\(Self.path)", with: Array(text().utf8))
  }

  private static func malformed(_ range: ByteRange) -> Diagnostic {
    Diagnostic(
      .malformedBaseline, at: SourceSpan(path: path, range: range), zh: "这一行不是“摘要 编号 件数 文件”",
      en: "this line is not “digest rule count file”",
      fixes: [.init(zh: "运行 gongkai check --write-baseline 重写", en: "write it anew: gongkai check --write-baseline")])
  }
}

extension DiagnosticKind {
  static let staleBaseline = DiagnosticKind(
    "baseline.stale", .note, zh: "基线里的问题已经不在", en: "a finding of the baseline is gone")
  static let malformedBaseline = DiagnosticKind(
    "baseline.malformed", .warning, zh: "基线文件有读不懂的行", en: "a line of the baseline cannot be read")
}
