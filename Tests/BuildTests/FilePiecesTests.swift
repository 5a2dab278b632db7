import Archive
import Testing

@testable import Build

@Suite struct FilePiecesTests {
  @Test func piecesAreFoundByWhatTheyWereMadeOf() throws {
    let (first, second) = (Array("第一块".utf8), Array("第二块，长一些".utf8))
    var made = FilePieces()
    for (bytes, key) in [(Array("栏目\n".utf8), nil), (first, "a"), (second, "b")] {
      made.add(bytes.count, Fingerprint(of: bytes), key: key.map { Fingerprint(of: $0) })
    }
    var writer = ByteWriter()
    made.write(to: &writer)
    let file = Array("栏目\n".utf8) + first + second
    #expect(made.size == file.count)
    let found = writer.withUnsafeBytes(pieces(in:)).byKey
    #expect(found.count == 2)
    for (key, bytes) in [("a", first), ("b", second)] {
      let piece = try #require(found[Fingerprint(of: key)])
      #expect(Array(file[piece.range]) == bytes)
      #expect(piece.fingerprint == Fingerprint(of: bytes))
    }
  }

  @Test func bytesThatAreNoPiecesGiveNone() {
    #expect([UInt8]().withUnsafeBytes(pieces(in:)).byKey.isEmpty)
    #expect(([200, 1, 2] as [UInt8]).withUnsafeBytes(pieces(in:)).byKey.isEmpty)
  }

  private func pieces(in bytes: UnsafeRawBufferPointer) -> FilePieces {
    var reader = ByteReader(bytes)
    return FilePieces(&reader)
  }
}
