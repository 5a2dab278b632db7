import TestSupport
import Testing

@testable import Inspection

@Suite struct AttachmentTextTests {
  private func text(_ bytes: [UInt8]) throws -> String? {
    try AttachmentText.text(of: bytes).map { String(decoding: $0, as: UTF8.self) }
  }

  @Test(arguments: [true, false])
  func readsParagraphsAndTablesOfWord(isDeflated: Bool) throws {
    let body = """
      <w:p><w:pPr><w:tabs><w:tab w:val="left" w:pos="840"/></w:tabs></w:pPr><w:r><w:t>身份证&#x53F7;</w:t></w:r>
      <w:r><w:tab/><w:t xml:space="preserve"> 110101</w:t></w:r><w:r><w:t>19900307897X</w:t></w:r></w:p>
      <w:tbl><w:tr><w:tc><w:p><w:r><w:t>姓名</w:t></w:r></w:p></w:tc>
      <w:tc><w:p><w:r><w:t>残疾&amp;类别</w:t></w:r></w:p></w:tc></w:tr>
      <w:tr><w:tc><w:p><w:r><w:t>张</w:t></w:r><w:r><w:t>三</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>
      <w:p><w:del><w:r><w:delText>13812345678</w:delText></w:r></w:del><w:instrText>x</w:instrText></w:p>
      """
    let text = try #require(try text(TestArchive.word(body, isDeflated: isDeflated)))
    #expect(text == "身份证号\t 11010119900307897X\n姓名\t残疾&类别\t\n张三\t\t\n13812345678\n\n")
    #expect(kinds(text) == [.identityNumber, .nameBesideCondition, .mobileNumber])
  }

  @Test func readsRowsOfWorkbooksInTheirColumns() throws {
    let strings = """
      <si><t>姓名</t><rPh sb="0" eb="1"><t>xm</t></rPh></si><si><r><t>残疾</t></r><r><t>类别</t></r></si><si><t>张
      三</t></si><si/>
      """
    let sheet = """
      <row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c></row>
      <row r="2"><c r="A2" t="s"><v>2</v></c><c r="B2"><v>1.3812345678E10</v></c>
      <c r="D2" t="inlineStr"><is><t>肢体</t></is></c></row>
      <row r="3"><c t="s"><v>99</v></c><c t="s"><v>3</v></c><c><v>2.5E-3</v></c><c t="str"><f>A1</f><v>x</v></c></row>
      """
    let text = try #require(try text(TestArchive.workbook(strings: strings, sheet: sheet)))
    #expect(text == "姓名\t\t残疾类别\n张 三\t13812345678\t\t肢体\n\t\t2.5E-3\tx\n\n")
  }

  @Test func leavesOtherFilesUnread() throws {
    #expect(try text(Array("%PDF-1.7".utf8)) == nil)
    #expect(try text([]) == nil)
    #expect(try text(TestArchive.zip([.init(name: "photo.jpg", contents: [1, 2, 3])])) == nil)
  }

  @Test(arguments: [
    "<w:p><w:t>未完", "<w:p", "<!-- 未完", "<w:t>&unknown;</w:t>", "<w:t>&#x110000;</w:t>", "<w:t>&</w:t>", "<>",
    "<!DOCTYPE x [<!ENTITY a \"aaaa\">]>",
  ])
  func refusesMalformedXML(body: String) throws {
    let xml = Array("<w:document>\(body)".utf8)
    let archive = TestArchive.zip([.init(name: "word/document.xml", contents: xml)])
    guard body != "<w:p><w:t>未完" else {
      #expect(try text(archive) == "未完\n")
      return
    }
    #expect(throws: AttachmentFailure.malformedXML) { try AttachmentText.text(of: archive) }
  }
}

@Suite struct ZipArchiveTests {
  private let file = TestArchive.File(name: "a.txt", contents: Array("政府信息公开".utf8), isDeflated: true)

  @Test func readsItsEntries() throws {
    let archive = try ZipArchive(TestArchive.zip([file, .init(name: "b", contents: [])]))
    #expect(archive.entries.map(\.name) == ["a.txt", "b"])
    #expect(try archive.contents(of: archive.entries[0]) == file.contents)
    #expect(try archive.contents(of: archive.entries[1]) == [])
  }

  private func failure(_ bytes: [UInt8], limits: AttachmentLimits = AttachmentLimits()) -> AttachmentFailure? {
    do throws(AttachmentFailure) {
      let archive = try ZipArchive(bytes, limits: limits)
      for entry in archive.entries { _ = try archive.contents(of: entry) }
      return nil
    } catch {
      return error
    }
  }

  @Test func namesWhatIsWrong() {
    var claiming = file
    claiming.claimedSize = file.contents.count + 1
    #expect(failure(TestArchive.zip([claiming])) == .corrupt)
    claiming.claimedSize = file.contents.count - 1
    #expect(failure(TestArchive.zip([claiming])) == .corrupt)
    claiming.claimedSize = 100_000_000
    #expect(failure(TestArchive.zip([claiming])) == .tooLarge)
    #expect(failure([]) == .truncated)
    #expect(failure(TestArchive.zip([file]).dropLast(1)) == .truncated)
    var stored = TestArchive.zip([.init(name: "a", contents: [1, 2, 3])])
    stored[31] ^= 1
    #expect(failure(stored) == .checksum)
    var limits = AttachmentLimits()
    limits.entries = 1
    #expect(failure(TestArchive.zip([file, file]), limits: limits) == .tooLarge)
  }

  @Test func refusesBombs() throws {
    let script = """
      import io, sys, zipfile
      out = io.BytesIO()
      with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as z: z.writestr("word/document.xml", b" " * 20_000_000)
      sys.stdout.buffer.write(out.getvalue())
      """
    guard let bomb = try TestArchive.python(script) else { return }
    #expect(failure(bomb) == .tooLarge)
    var limits = AttachmentLimits()
    limits.ratio = 2_000
    #expect(failure(bomb, limits: limits) == nil)
  }

  @Test func refusesManyEntriesThatAreEachSmall() throws {
    var limits = AttachmentLimits()
    limits.bytes = 1_000
    let sheet = [UInt8](repeating: UInt8(ascii: " "), count: 600)
    let files = (1...3).map { TestArchive.File(name: "xl/worksheets/sheet\($0).xml", contents: sheet) }
    let archive = TestArchive.zip([.init(name: "xl/workbook.xml", contents: [])] + files)
    #expect(throws: AttachmentFailure.tooLarge) { try AttachmentText.text(of: archive, limits: limits) }
  }

  /// Stored, fixed and dynamic blocks over random, repetitive and mixed data.
  @Test(arguments: [(0, "Z_DEFAULT_STRATEGY"), (1, "Z_DEFAULT_STRATEGY"), (9, "Z_DEFAULT_STRATEGY"), (9, "Z_FIXED")])
  func inflatesWhatZlibDeflates(level: Int, strategy: String) throws {
    let script = """
      import random, struct, sys, zlib
      random.seed(7)
      out = sys.stdout.buffer
      for size in [0, 1, 100, 3000, 70000, 200000]:
        letters = bytes(random.choice(b"abcd") for _ in range(size))
        for data in [random.randbytes(size), letters, b"\\xe5\\x85\\xac" * (size // 3)]:
          packer = zlib.compressobj(\(level), zlib.DEFLATED, -15, 9, zlib.\(strategy))
          packed = packer.compress(data) + packer.flush()
          out.write(struct.pack("<II", len(packed), len(data)) + packed + data)
      """
    guard let bytes = try TestArchive.python(script) else { return }
    var position = 0
    while position < bytes.count {
      let sizes = [0, 4].map { start in (0..<4).reduce(0) { $0 | Int(bytes[position + start + $1]) << (8 * $1) } }
      let packed = bytes[(position + 8)..<(position + 8 + sizes[0])]
      let data = bytes[packed.endIndex..<(packed.endIndex + sizes[1])]
      #expect(try Inflater.inflate(packed, size: sizes[1]).elementsEqual(data))
      position = data.endIndex
    }
  }

  @Test func survivesTruncationAndMutation() throws {
    let body = "<w:p><w:r><w:t>政府信息公开13812345678</w:t></w:r></w:p>"
    let script = """
      import io, sys, zipfile
      out = io.BytesIO()
      with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as z:
        paragraphs = "".join(f"<w:p><w:t>{i} {i * 7919}</w:t></w:p>" for i in range(300))
        z.writestr("word/document.xml", "<w:document>" + paragraphs)
      sys.stdout.buffer.write(out.getvalue())
      """
    let sheet = "<row><c r=\"A1\" t=\"s\"><v>0</v></c></row>"
    var samples = [TestArchive.word(body), TestArchive.workbook(strings: "<si><t>甲</t></si>", sheet: sheet)]
    if let real = try TestArchive.python(script) { samples.append(real) }
    var random = SeededGenerator(seed: 1_951)
    var refused = 0
    for sample in samples {
      for _ in 0..<600 {
        var bytes = sample
        for _ in 0..<Int.random(in: 1...4, using: &random) {
          bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
        }
        if Bool.random(using: &random) { bytes.removeLast(Int.random(in: 0..<bytes.count, using: &random)) }
        if failure(bytes) != nil { refused += 1 }
        _ = try? AttachmentText.text(of: bytes)
      }
    }
    #expect(refused > samples.count * 300)
  }
}
