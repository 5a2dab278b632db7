import Diagnostics

/// The cells of a table block in their places, and which of them are merged.
///
/// A cell that says `<` belongs to the one on its left, one that says `^` to the one above.
struct TableGrid {
  struct Cell {
    var content: TableContent
    /// Whether the cell stands for itself, and is written.
    var isOrigin = true
    var columnSpan = 1
    var rowSpan = 1
  }

  private(set) var rows: [[Cell]] = []
  private var signs: [[UInt8]] = []
  private var ranges: [Range<Int>] = []

  mutating func append(_ row: TableRow, _ text: UnsafeBufferPointer<UInt8>) {
    rows.append(row.cells.map { Cell(content: $0) })
    ranges.append(row.range)
    signs.append(row.cells.map { cell in cell.range.count == 1 ? text[cell.range.lowerBound] : 0 })
  }

  /// Merges the cells, and reports rows of another length than the first and merged cells that are no rectangle.
  mutating func resolve(headerRows: Int, _ locator: SourceLocator) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    var origins: [[(row: Int, column: Int)]] = []
    for row in rows.indices {
      if rows[row].count != rows[0].count { diagnostics.append(wrongLength(row, locator)) }
      origins.append([])
      for column in rows[row].indices {
        let origin = origin(ofRow: row, column, headerRows, origins)
        if origin == nil, isSign(row, column) { diagnostics.append(nothingToMerge(row, column, locator)) }
        origins[row].append(origin ?? (row, column))
      }
    }
    diagnostics += merge(origins, locator)
    return diagnostics
  }

  private func isSign(_ row: Int, _ column: Int) -> Bool {
    signs[row][column] == UInt8(ascii: "<") || signs[row][column] == UInt8(ascii: "^")
  }

  private func origin(
    ofRow row: Int, _ column: Int, _ headerRows: Int, _ origins: [[(row: Int, column: Int)]]
  ) -> (row: Int, column: Int)? {
    if signs[row][column] == UInt8(ascii: "<"), column > 0 { return origins[row][column - 1] }
    // The head is a group of rows of its own; nothing reaches from it into the body.
    if signs[row][column] == UInt8(ascii: "^"), row > 0, row != headerRows, column < origins[row - 1].count {
      return origins[row - 1][column]
    }
    return nil
  }

  /// Gives each origin the size of what belongs to it, if that is a rectangle.
  private mutating func merge(
    _ origins: [[(row: Int, column: Int)]], _ locator: SourceLocator
  ) -> [Diagnostic] {
    var areas: [[Int]] = rows.map { $0.map { _ in 0 } }
    for row in rows.indices {
      for column in rows[row].indices {
        let (top, left) = origins[row][column]
        areas[top][left] += 1
        rows[top][left].rowSpan = max(rows[top][left].rowSpan, row - top + 1)
        rows[top][left].columnSpan = max(rows[top][left].columnSpan, column - left + 1)
        if (top, left) != (row, column) { rows[row][column].isOrigin = false }
      }
    }
    var diagnostics: [Diagnostic] = []
    for row in rows.indices {
      for column in rows[row].indices where rows[row][column].isOrigin {
        guard areas[row][column] != rows[row][column].rowSpan * rows[row][column].columnSpan else { continue }
        diagnostics.append(
          Diagnostic(
            .brokenTable, at: locator.span(rows[row][column].content.range), zh: "并入这个单元格的各格不成矩形",
            en: "the cells merged into this one do not form a rectangle",
            fixes: [
              Diagnostic.Fix(
                zh: "合并区域第一行其余各格写 <，以下各行都写 ^",
                en: "write < in the rest of the area's first row, and ^ in all cells of the rows below")
            ]))
        (rows[row][column].rowSpan, rows[row][column].columnSpan) = (1, 1)
      }
    }
    return diagnostics
  }

  private func wrongLength(_ row: Int, _ locator: SourceLocator) -> Diagnostic {
    let (found, expected) = (rows[row].count, rows[0].count)
    let hasChineseComma = String(decoding: locator.text[ranges[row]], as: UTF8.self).contains("，")
    return Diagnostic(
      .brokenTable, at: locator.span(ranges[row]), zh: "这一行有 \(found) 格，第一行有 \(expected) 格",
      en: "this row has \(found) cells, the first has \(expected)",
      fixes: [
        hasChineseComma && found < expected
          ? Diagnostic.Fix(zh: "各格之间用英文逗号 , 隔开", en: "separate cells by the comma of English, not ，")
          : Diagnostic.Fix(
            zh: "补齐或删去单元格；文字中有英文逗号的，用英文引号括起来", en: "add or remove cells; put text with a comma in quotation marks")
      ])
  }

  private func nothingToMerge(_ row: Int, _ column: Int, _ locator: SourceLocator) -> Diagnostic {
    let isLeft = signs[row][column] == UInt8(ascii: "<")
    return Diagnostic(
      .brokenTable, at: locator.span(rows[row][column].content.range),
      zh: isLeft ? "左边没有可合并的单元格" : "上面没有可合并的单元格（表头与表体之间不能合并）",
      en: isLeft
        ? "there is no cell on the left to merge with"
        : "there is no cell above to merge with (head and body cannot be merged)",
      fixes: [
        Diagnostic.Fix(
          zh: "要显示这个符号，写成 \\\(isLeft ? "<" : "^")", en: "to show the sign itself, write \\\(isLeft ? "<" : "^")")
      ])
  }
}
