import Bytes
import Diagnostics
import Site

extension InspectionReport {
  /// The report for people: one file without scripts, readable on screen and on paper.
  ///
  /// - Parameter root: leads from the report's folder to the site's, for links to the sources.
  func html(root: String?) -> String {
    let failed = rules.filter { !$0.findings.isEmpty }
    return """
      <!DOCTYPE html>
      <html lang="zh-CN">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(siteName.htmlEscaped)政府信息公开平台检查报告</title>
      <style>\(Self.style)</style>
      </head>
      <body>
      <h1>政府信息公开平台检查报告</h1>
      \(head())
      <h2>一、检查结果</h2>
      <p>\(conclusion())</p>
      \(columnTable())
      <h2>二、发现的问题</h2>
      \(failed.isEmpty ? "<p>没有发现问题。</p>" : failed.map { section($0, root) }.joined(separator: "\n"))
      <h2>三、检查项目</h2>
      <p>\(counts())闸门是不能降级、不能关闭的项目。</p>
      <h3>法规和检查要求</h3>
      \(table(["编号", "检查什么", "依据", "级别", "检查了", "结果"], rules.filter { $0.basis != nil }.map(row)))
      <h3>写法和前后一致</h3>
      \(table(["编号", "检查什么", "级别", "检查了", "结果"], rules.filter { $0.basis == nil }.map(row)))
      </body>
      </html>

      """
  }

  private func head() -> String {
    var lines = [("网站", siteName), ("主办机构", organization), ("网址", address)]
    if let date { lines.append(("检查日期", date.chinese)) }
    lines.append(("检查程序", generator))
    return "<dl>" + lines.map { "<dt>\($0.0)</dt><dd>\($0.1.htmlEscaped)</dd>" }.joined() + "</dl>"
  }

  private func conclusion() -> String {
    let known = summary.baselined == 0 ? "" : "，另有旧内容里已知的问题 \(summary.baselined) 处"
    return "检查文件 \(summary.documents) 份，其中公开 \(summary.published) 份，未公开 \(summary.withheld) 份。"
      + "发现错误 \(summary.errors) 处，警告 \(summary.warnings) 处，提示 \(summary.notes) 处\(known)。"
      + (summary.errors == 0 ? "没有阻止发布的问题。" : "有错误时不发布。")
  }

  private func columnTable() -> String {
    let hasOrgans = columns.contains { $0.organ != nil }
    return table(
      (hasOrgans ? ["机关"] : []) + ["栏目", "公开的文件"],
      columns.map { (hasOrgans ? [($0.organ ?? "").htmlEscaped] : []) + [$0.label.htmlEscaped, "\($0.count)"] })
  }

  private func counts() -> String {
    let parts = [(Result.pass, "通过"), (.fail, "有问题"), (.skipped, "没有检查"), (.off, "关闭")].compactMap { result, label in
      let count = rules.count { $0.result == result }
      return count == 0 ? nil : "\(label) \(count) 项"
    }
    return "共 \(rules.count) 项：\(parts.joined(separator: "，"))。"
  }

  private func row(_ rule: Rule) -> [String] {
    let result =
      switch rule.result {
      case .off: "已关闭"
      case .skipped: "没有检查"
      case .pass: "通过"
      case .fail: "<a href=\"#\(rule.kind.id.htmlEscaped)\"><strong>\(rule.findings.count) 处</strong></a>"
      }
    let coverage =
      switch rule.coverage {
      case .count(let count, let unit): "\(count) \(unit.label)"
      case .settings: "配置"
      case .none(let reason): reason.zh.htmlEscaped
      }
    let level = (rule.severity?.label.zh ?? "关闭") + (rule.kind.isGate ? "，闸门" : "")
    let basis = rule.basis.map { [$0.htmlEscaped] } ?? []
    return ["<code>\(rule.kind.id.htmlEscaped)</code>", rule.kind.title.zh.htmlEscaped] + basis + [
      level, coverage, result,
    ]
  }

  private func section(_ rule: Rule, _ root: String?) -> String {
    let items = rule.findings.map { "<li>\(place($0, root))：\($0.message.zh.htmlEscaped)</li>" }.joined(separator: "\n")
    return """
      <h3 id="\(rule.kind.id.htmlEscaped)">\(rule.kind.title.zh.htmlEscaped) <code>\(rule.kind.id.htmlEscaped)</code></h3>
      <ol>
      \(items)
      </ol>
      """
  }

  private func place(_ finding: Finding, _ root: String?) -> String {
    let line = finding.line.map { "#L\($0)" } ?? ""
    let text = (finding.path + (finding.line.map { "，第 \($0) 行" } ?? "")).htmlEscaped
    guard let root else { return text }
    return "<a href=\"\(RelativeURL.encoded(root + finding.path).htmlEscaped)\(line)\">\(text)</a>"
  }

  private func table(_ header: [String], _ rows: [[String]]) -> String {
    let head = header.map { "<th scope=\"col\">\($0)</th>" }.joined()
    let body = rows.map { "<tr>" + $0.map { "<td>\($0)</td>" }.joined() + "</tr>" }.joined(separator: "\n")
    return "<table>\n<thead><tr>\(head)</tr></thead>\n<tbody>\n\(body)\n</tbody>\n</table>"
  }

  private static let style = """

    :root { color-scheme: light dark; --text: #1a1a1a; --page: #fff; --line: #767676; --link: #0b4f9e; }
    @media screen and (prefers-color-scheme: dark) {
      :root { --text: #e6e6e6; --page: #16181d; --line: #8a8f98; --link: #8ab4f8; }
    }
    body { max-width: 64rem; margin: 2rem auto; padding: 0 1rem; line-height: 1.7; color: var(--text);
      background: var(--page); font-family: "Noto Serif CJK SC", "Source Han Serif SC", SimSun, serif; }
    h1 { text-align: center; }
    dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 1em; }
    dd { margin: 0; }
    table { width: 100%; border-collapse: collapse; font-size: 0.9rem; }
    th, td { border: 1px solid var(--line); padding: 0.2em 0.5em; text-align: left; vertical-align: top; }
    thead { display: table-header-group; }
    tr, li { break-inside: avoid; }
    h2, h3 { break-after: avoid; }
    th, td:last-child { white-space: nowrap; }
    dd, li, code { overflow-wrap: anywhere; }
    code { font-size: 0.85em; }
    @media screen and (max-width: 40rem) {
      table { display: block; overflow-x: auto; }
      td { min-width: 5em; }
      td code { white-space: nowrap; }
    }
    a { color: var(--link); }
    @media print {
      body { margin: 0; max-width: none; padding: 0; font-size: 10.5pt; }
      table { font-size: 9pt; }
      a { color: inherit; text-decoration: none; }
    }
    @page { size: A4; margin: 2cm; }

    """
}
