/// The text of a Word document (ECMA-376, WordprocessingML): a line for each paragraph, and for each table row a
/// line of cells parted by tabs.
///
/// Headers, footers, notes, comments and deleted text that revision marks keep are read too: whoever opens the file
/// can read them.
enum WordText {
  /// Whether the archive holds a Word document.
  static func isDocument(_ archive: ZipArchive) -> Bool {
    archive.entries.contains { $0.name == "word/document.xml" }
  }

  static func text(of archive: ZipArchive, limit: Int) throws(AttachmentFailure) -> [UInt8] {
    var text: [UInt8] = []
    for entry in try archive.entries(named: isPart) {
      try append(try archive.contents(of: entry), to: &text, limit: limit)
    }
    return text
  }

  private static func isPart(_ name: String) -> Bool {
    let parts = ["document", "header", "footer", "footnotes", "endnotes", "comments"]
    return name.hasSuffix(".xml") && parts.contains { name.hasPrefix("word/\($0)") }
  }

  private static func append(_ xml: [UInt8], to text: inout [UInt8], limit: Int) throws(AttachmentFailure) {
    var scanner = XMLScanner(xml)
    var isText = false
    var openCells = 0
    while let event = try scanner.next() {
      switch event {
      case .text(let characters) where isText: text += characters
      case .text: break
      case .open("t", let isEmpty), .open("delText", let isEmpty): isText = !isEmpty
      case .close("t"), .close("delText"): isText = false
      case .open("tc", false): openCells += 1
      case .close("tc"):
        openCells = max(0, openCells - 1)
        endCell(of: &text)
      case .close("tr"): text.append(openCells > 0 ? UInt8(ascii: " ") : UInt8(ascii: "\n"))
      case .close("p"), .open("br", _), .open("cr", _):
        text.append(openCells > 0 ? UInt8(ascii: " ") : UInt8(ascii: "\n"))
      // A tab with a value is a stop of the ruler, not a character.
      case .open("tab", true) where scanner.attribute("val") == nil:
        text.append(UInt8(ascii: openCells > 0 ? " " : "\t"))
      case .open("noBreakHyphen", _): text.append(UInt8(ascii: "-"))
      default: break
      }
      guard text.count <= limit else { throw .tooLarge }
    }
    text.append(UInt8(ascii: "\n"))
  }

  /// The paragraph ends of a cell have become spaces; the last of them gives way to the border.
  private static func endCell(of text: inout [UInt8]) {
    while text.last == UInt8(ascii: " ") { text.removeLast() }
    text.append(UInt8(ascii: "\t"))
  }
}
