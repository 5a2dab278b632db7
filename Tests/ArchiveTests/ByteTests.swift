import Archive
import Testing

/// What `ByteWriter` writes, `ByteReader` reads; anything else it refuses.
@Suite struct ByteTests {
  private static func write(_ writer: inout ByteWriter) {
    writer.text("公开 open")
    writer.count(0)
    writer.count(300)
    writer.count(Int.max)
    writer.integer(-7)
    writer.flag(true)
    writer.optional(nil as String?) { $1.text($0) }
    writer.optional("有") { $1.text($0) }
    writer.list(["甲", "", "乙丙"]) { $1.text($0) }
    writer.fingerprint(Fingerprint(seed: 3))
  }

  private static func read(_ reader: inout ByteReader) -> [String] {
    let text = reader.text()
    let counts = [reader.count(), reader.count(), reader.count(), reader.integer()]
    let flag = reader.flag()
    let optionals = [reader.optional { $0.text() }, reader.optional { $0.text() }]
    let list = reader.list { $0.text() }
    return [
      text, "\(counts)", "\(flag)", "\(optionals.map { $0 ?? "-" })", "\(list)",
      "\(reader.fingerprint() == Fingerprint(seed: 3))",
    ]
  }

  @Test func everyValueComesBack() {
    var writer = ByteWriter()
    Self.write(&writer)
    writer.bytes.withUnsafeBytes { bytes in
      var reader = ByteReader(bytes)
      #expect(
        Self.read(&reader) == [
          "公开 open", "[0, 300, \(Int.max), -7]", "true", #"["-", "有"]"#, #"["甲", "", "乙丙"]"#, "true",
        ])
      #expect(reader.isFinished)
    }
  }

  @Test func bytesThatEndTooSoonAreRefused() {
    var writer = ByteWriter()
    Self.write(&writer)
    for count in 0..<writer.count {
      writer.bytes[..<count].withUnsafeBytes { bytes in
        var reader = ByteReader(bytes)
        _ = Self.read(&reader)
        #expect(!reader.isFinished, "\(count) bytes")
      }
    }
  }

  @Test(
    arguments: [
      [0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80], [0xFF, 0xFF, 0xFF, 0xFF, 0x0F], [2],
      [3, 0xFF, 0xFE, 0xFD],
    ] as [[UInt8]])
  func bytesThatAreNoTextAreRefused(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { bytes in
      var reader = ByteReader(bytes)
      _ = reader.text()
      #expect(!reader.isValid && !reader.isFinished)
    }
  }

  @Test func aListLongerThanItsBytesIsRefused() {
    var writer = ByteWriter()
    writer.count(1 << 40)
    writer.bytes.withUnsafeBytes { bytes in
      var reader = ByteReader(bytes)
      #expect(reader.list { $0.count() }.isEmpty)
      #expect(!reader.isValid)
    }
  }
}
