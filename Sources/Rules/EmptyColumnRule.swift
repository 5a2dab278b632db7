import Diagnostics
import Disclosure

extension DiagnosticKind {
  static let emptyColumn = DiagnosticKind("column.empty", .warning, zh: "固定栏目是空的", en: "a fixed column is empty")
}

/// The platform has four fixed columns (国办公开办函〔2019〕61号), and inspectors count empty ones
/// (政府网站与政务新媒体检查指标, 单项否决).
enum EmptyColumnRule {
  static func check(_ catalog: Catalog, _ diagnostics: inout [Diagnostic]) {
    for section in catalog.sections {
      for column in DocumentKind.fixedColumns where section[column].isEmpty && !catalog.hasUnread(column, in: section) {
        let folder = "\(section.folder)/\(column.folder)"
        diagnostics.append(
          Diagnostic(
            .emptyColumn, at: SourceSpan(path: folder), zh: "“\(column.label)”栏目没有内容",
            en: "the column “\(column.label)” has no document",
            fixes: [.init(zh: "在 \(folder)/ 里加上文件", en: "add a document to \(folder)/")]))
      }
    }
  }
}
