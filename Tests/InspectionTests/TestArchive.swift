import Foundation

@testable import Inspection

/// ZIP archives written by the tests, and by Python where it is installed.
enum TestArchive {
  struct File {
    var name: String
    var contents: [UInt8]
    /// Packed as one block of fixed Huffman codes instead of stored.
    var isDeflated = false
    /// What the headers say instead of the true size.
    var claimedSize: Int?
  }

  static func zip(_ files: [File]) -> [UInt8] {
    var archive: [UInt8] = []
    var directory: [UInt8] = []
    for file in files {
      let packed = file.isDeflated ? fixedBlock(file.contents) : file.contents
      let fields =
        number(20, 2) + number(0, 2) + number(file.isDeflated ? 8 : 0, 2) + number(0, 4)
        + number(Int(CRC32.checksum(file.contents)), 4) + number(packed.count, 4)
        + number(file.claimedSize ?? file.contents.count, 4) + number(file.name.utf8.count, 2) + number(0, 2)
      directory += number(0x0201_4B50, 4) + number(20, 2) + fields + number(0, 10) + number(archive.count, 4)
      directory += Array(file.name.utf8)
      archive += number(0x0403_4B50, 4) + fields + Array(file.name.utf8) + packed
    }
    let end =
      number(0x0605_4B50, 4) + number(0, 4) + number(files.count, 2) + number(files.count, 2)
      + number(directory.count, 4) + number(archive.count, 4) + number(0, 2)
    return archive + directory + end
  }

  static func word(_ body: String, isDeflated: Bool = true) -> [UInt8] {
    let xml = "<?xml version=\"1.0\"?><w:document><w:body>\(body)</w:body></w:document>"
    return zip([File(name: "word/document.xml", contents: Array(xml.utf8), isDeflated: isDeflated)])
  }

  static func workbook(strings: String, sheet: String) -> [UInt8] {
    zip([
      File(name: "xl/workbook.xml", contents: Array("<workbook/>".utf8)),
      File(name: "xl/sharedStrings.xml", contents: Array("<sst>\(strings)</sst>".utf8), isDeflated: true),
      File(name: "xl/worksheets/sheet1.xml", contents: Array("<sheetData>\(sheet)</sheetData>".utf8), isDeflated: true),
    ])
  }

  /// Literals only, with the codes of RFC 1951, 3.2.6.
  static func fixedBlock(_ contents: [UInt8]) -> [UInt8] {
    var bits: [UInt8] = [1, 1, 0]
    for byte in contents {
      let (code, width) = byte < 144 ? (0x30 + Int(byte), 8) : (0x190 + Int(byte) - 144, 9)
      bits += (0..<width).reversed().map { UInt8(code >> $0 & 1) }
    }
    bits += [UInt8](repeating: 0, count: 7)
    bits += [UInt8](repeating: 0, count: (8 - bits.count % 8) % 8)
    return stride(from: 0, to: bits.count, by: 8).map { start in
      (0..<8).reduce(0) { $0 | bits[start + $1] << UInt8($1) }
    }
  }

  /// What `script` writes to standard output; `nil`, with a notice, where there is no Python.
  static func python(_ script: String) throws -> [UInt8]? {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-c", script]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      print("skipped: python3 is not installed or failed")
      return nil
    }
    return Array(data)
  }

  private static func number(_ value: Int, _ width: Int) -> [UInt8] {
    (0..<width).map { $0 < 8 ? UInt8(value >> (8 * $0) & 0xFF) : 0 }
  }
}
