import Archive
import Testing

@testable import Build

@Suite struct FilePiecesTests {
  @Test func piecesAreFoundByWhatTheyWereMadeOf() throws {
    let (first, second) = (Array("第一块".utf8), Array("第二块，长一些".utf8))
    var pieces = FilePieces()
    pieces.add(FilePieces.Content(Array("栏目\n".utf8)), key: nil)
    pieces.add(FilePieces.Content(first), key: Fingerprint(of: "a"))
    pieces.add(FilePieces.Content(second), key: Fingerprint(of: "b"))
    var writer = ByteWriter()
    pieces.write(to: &writer)
    let file = Array("栏目\n".utf8) + first + second
    #expect(pieces.size == file.count)
    let found = writer.withUnsafeBytes { FilePieces($0) }.byKey
    #expect(found.count == 2)
    for (key, bytes) in [("a", first), ("b", second)] {
      let piece = try #require(found[Fingerprint(of: key)])
      #expect(Array(file[piece.range]) == bytes)
      #expect(piece.fingerprint == Fingerprint(of: bytes))
    }
  }

  @Test func bytesThatAreNoPiecesGiveNone() {
    #expect([UInt8]().withUnsafeBytes { FilePieces($0) }.byKey.isEmpty)
    #expect([200, 1, 2].withUnsafeBytes { FilePieces($0) }.byKey.isEmpty)
  }
}
