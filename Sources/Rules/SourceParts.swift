/// Where the parts of a document's file stand, for checks that come before the file is read as one.
enum SourceParts {
  /// Past the line `---` that ends the front matter; 0 where there is none, and all is body.
  static func bodyStart(in file: UnsafeBufferPointer<UInt8>) -> Int {
    var position = file.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard isFence(file, at: position) else { return 0 }
    while let next = lineEnd(file, from: position) {
      position = next
      if isFence(file, at: position) { return lineEnd(file, from: position) ?? file.count }
    }
    return 0
  }

  /// Lines before and with the one `offset` is on.
  static func lineNumber(of offset: Int, in file: UnsafeBufferPointer<UInt8>) -> Int {
    file[..<min(offset, file.count)].reduce(1) { $1 == UInt8(ascii: "\n") ? $0 + 1 : $0 }
  }

  /// Past the line feed that ends the line.
  private static func lineEnd(_ file: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    file[start...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 }
  }

  /// `---`, with nothing but white space after it.
  private static func isFence(_ file: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    guard file[start...].starts(with: "---".utf8) else { return false }
    return file[(start + 3)...].prefix { $0 != UInt8(ascii: "\n") }.allSatisfy { $0 <= 0x20 }
  }
}
