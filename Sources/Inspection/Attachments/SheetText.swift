/// The text of an Excel workbook (ECMA-376, SpreadsheetML): all sheets, hidden ones included, a line for each row,
/// cells parted by tabs and kept in their columns.
enum SheetText {
  /// Whether the archive holds a workbook.
  static func isWorkbook(_ archive: ZipArchive) -> Bool {
    archive.entries.contains { $0.name == "xl/workbook.xml" }
  }

  static func text(of archive: ZipArchive, limit: Int) throws(AttachmentFailure) -> [UInt8] {
    var shared: [[UInt8]] = []
    for entry in try archive.entries(named: { $0 == "xl/sharedStrings.xml" }) {
      shared = try strings(try archive.contents(of: entry))
    }
    var text: [UInt8] = []
    for entry in try archive.entries(named: { $0.hasPrefix("xl/worksheets/") && $0.hasSuffix(".xml") }) {
      try append(try archive.contents(of: entry), shared: shared, to: &text, limit: limit)
    }
    return text
  }

  /// The shared strings in order; phonetic hints (`rPh`) are left out.
  private static func strings(_ xml: [UInt8]) throws(AttachmentFailure) -> [[UInt8]] {
    var scanner = XMLScanner(xml)
    var strings: [[UInt8]] = []
    var (isText, isPhonetic) = (false, false)
    while let event = try scanner.next() {
      switch event {
      case .open("si", _): strings.append([])
      case .open("t", let isEmpty): isText = !isEmpty
      case .close("t"): isText = false
      case .open("rPh", let isEmpty): isPhonetic = !isEmpty
      case .close("rPh"): isPhonetic = false
      case .text(let characters) where isText && !isPhonetic && !strings.isEmpty:
        strings[strings.count - 1] += characters
      default: break
      }
    }
    return strings
  }

  /// Columns beyond this are not kept in place; the cells follow one another.
  private static let widestRow = 1_024

  private static func append(
    _ xml: [UInt8], shared: [[UInt8]], to text: inout [UInt8], limit: Int
  ) throws(AttachmentFailure) {
    var scanner = XMLScanner(xml)
    var (column, tabs) = (0, 0)
    var type: String?
    var (value, isValue): ([UInt8], Bool) = ([], false)
    while let event = try scanner.next() {
      switch event {
      case .open("row", _): (column, tabs) = (0, 0)
      case .close("row"): text.append(UInt8(ascii: "\n"))
      case .open("c", _):
        type = scanner.attribute("t")
        value = []
        column = min(scanner.attribute("r").flatMap(Self.column) ?? column, widestRow)
        text += [UInt8](repeating: UInt8(ascii: "\t"), count: max(0, column - tabs))
        tabs = max(tabs, column)
        column += 1
      case .open("v", let isEmpty), .open("t", let isEmpty): isValue = !isEmpty
      case .close("v"), .close("t"): isValue = false
      case .text(let characters) where isValue: value += characters
      case .close("c"): text += oneLine(cell(value, type: type, shared: shared))
      default: break
      }
      guard text.count <= limit else { throw .tooLarge }
    }
    text.append(UInt8(ascii: "\n"))
  }

  private static func cell(_ value: [UInt8], type: String?, shared: [[UInt8]]) -> [UInt8] {
    switch type {
    case "s":
      guard let index = Int(String(decoding: value, as: UTF8.self)), shared.indices.contains(index) else { return [] }
      return shared[index]
    case nil, "n": return wholeNumber(value)
    default: return value
    }
  }

  /// Some programs store 13812345678 as `1.3812345678E10`; it is written out where that loses nothing.
  private static func wholeNumber(_ value: [UInt8]) -> [UInt8] {
    guard let mark = value.firstIndex(where: { $0 | 0x20 == UInt8(ascii: "e") }),
      let exponent = Int(String(decoding: value[(mark + 1)...], as: UTF8.self)), (0...30).contains(exponent)
    else { return value }
    let parts = value[..<mark].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    let fraction = parts.count == 2 ? parts[1] : []
    guard parts.count <= 2, fraction.count <= exponent else { return value }
    return parts[0] + fraction + [UInt8](repeating: UInt8(ascii: "0"), count: exponent - fraction.count)
  }

  /// Line ends and tabs inside a cell would tear its row.
  private static func oneLine(_ cell: [UInt8]) -> [UInt8] {
    cell.map { $0 == 0x0A || $0 == 0x0D || $0 == 0x09 ? UInt8(ascii: " ") : $0 }
  }

  /// From zero: `A1` is 0, `AA7` is 26.
  private static func column(_ reference: String) -> Int? {
    let letters = reference.utf8.prefix { (0x41...0x5A).contains($0) }
    guard (1...3).contains(letters.count) else { return nil }
    return letters.reduce(0) { $0 * 26 + Int($1) - 0x40 } - 1
  }
}
