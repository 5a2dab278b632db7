import Testing

@testable import Build

/// Against the published examples of FIPS 180-4 and NIST's additional and CAVP short messages.
@Suite struct SHA256Tests {
  static let messages: [(bytes: [UInt8], digest: String)] = [
    ([], "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ([0xD3], "28969cdfa74a12c82f3bad960b0b000aca2ac329deea5c2328ebc6f2ba9802c1"),
    ([0xBD], "68325720aabd7c82f30f554b313d0570c95accbb7dc4b5aae11204c08ffe732b"),
    ([0xC9, 0x8C, 0x8E, 0x55], "7abc22c0ae5af26ce93dbb94433a0e0b2e119d014f8e7f65bd56c61ccccd9504"),
    (Array("abc".utf8), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      Array("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq".utf8),
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      Array(
        ("abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmn"
          + "hijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu").utf8),
      "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
    ),
    // Lengths round the end of a block, where the padding needs a block more.
    (Array(repeating: 0, count: 55), "02779466cdec163811d078815c633f21901413081449002f24aa3e80f0b88ef7"),
    (Array(repeating: 0, count: 56), "d4817aa5497628e7c77e6b606107042bbba3130888c5f47a375e6179be789fbb"),
    (Array(repeating: 0, count: 57), "65a16cb7861335d5ace3c60718b5052e44660726da4cd13bb745381b235a1785"),
    (Array(repeating: 0, count: 64), "f5a5fd42d16a20302798ef6ed309979b43003d2320d9f0e8ea9831a92759fb4b"),
  ]

  @Test(arguments: messages)
  func digestsAreThePublishedOnes(message: (bytes: [UInt8], digest: String)) {
    #expect(SHA256.digest(of: message.bytes).description == message.digest)
    var hash = SHA256(usesInstructions: false)
    message.bytes.withUnsafeBufferPointer { hash.add($0) }
    #expect(hash.digest.description == message.digest)
  }

  @Test(arguments: messages, [1, 7, 63, 64, 65])
  func bytesMayComeInPieces(message: (bytes: [UInt8], digest: String), size: Int) {
    var hash = SHA256()
    for start in stride(from: 0, to: message.bytes.count, by: size) {
      message.bytes[start..<min(start + size, message.bytes.count)].withUnsafeBufferPointer { hash.add($0) }
    }
    #expect(hash.digest.description == message.digest)
  }
}
