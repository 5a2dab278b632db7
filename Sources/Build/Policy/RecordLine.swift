import Diagnostics

/// A line of a file that the program keeps beside `site.yml`: parts separated by spaces, the last of which may hold some.
struct RecordLine {
  let parts: [String]
  let range: ByteRange

  /// The lines of a file, without empty ones and remarks, which begin with `#`.
  ///
  /// - Parameter count: the most parts a line has.
  static func all(in bytes: [UInt8], parts count: Int) -> [RecordLine] {
    var start = 0
    return bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).compactMap { line in
      let range = ByteRange(start, start + line.count)
      start += line.count + 1
      guard let first = line.first, first != UInt8(ascii: "#") else { return nil }
      let parts = String(decoding: line, as: UTF8.self).split(separator: " ", maxSplits: count - 1).map(String.init)
      return RecordLine(parts: parts, range: range)
    }
  }
}
