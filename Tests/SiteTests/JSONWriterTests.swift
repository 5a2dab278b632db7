import Foundation
import Testing

@testable import Site

@Suite struct JSONWriterTests {
  /// Bytes are looked at by eights: each place in them, and each number of bytes left over.
  @Test(arguments: ["a", " ", "文"], ["\"", "\\", "<", "\n", "\u{1F}", "\u{0}", "/", ">", "\u{7F}"])
  func stringsAreReadBackAsTheyWere(_ filler: String, _ character: String) throws {
    for count in 0...20 {
      for place in 0...count {
        var parts = [String](repeating: filler, count: count)
        parts.insert(character, at: place)
        parts.append(character)
        var writer = JSONWriter()
        writer.string(parts.joined())
        let bytes = writer.bytes
        #expect(!bytes.contains { $0 < 0x20 || $0 == UInt8(ascii: "<") })
        let read = try JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed) as? String
        #expect(read == parts.joined())
      }
    }
  }
}
