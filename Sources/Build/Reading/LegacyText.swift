import Glibc

/// Text in GB18030 (and GBK, GB 2312), as office programs in China save CSV and plain text.
enum LegacyText {
  /// As UTF-8; `nil` for what is UTF-8 already, or neither.
  static func decode(_ bytes: [UInt8]) -> [UInt8]? {
    guard bytes.contains(where: { $0 >= 0x80 }), !bytes.contains(0), String(validating: bytes, as: UTF8.self) == nil else {
      return nil
    }
    guard let converter = iconv_open("UTF-8", "GB18030"), converter != iconv_t(bitPattern: -1) else { return nil }
    defer { iconv_close(converter) }
    var isComplete = false
    // Two bytes of GB18030 become three of UTF-8; four become four.
    let text = [UInt8](unsafeUninitializedCapacity: bytes.count * 2) { output, count in
      var input = bytes.map { CChar(bitPattern: $0) }
      input.withUnsafeMutableBufferPointer { input in
        output.withMemoryRebound(to: CChar.self) { output in
          var (from, fromLeft) = (input.baseAddress, input.count)
          var (to, toLeft) = (output.baseAddress, output.count)
          isComplete = iconv(converter, &from, &fromLeft, &to, &toLeft) != -1 && fromLeft == 0
          count = output.count - toLeft
        }
      }
    }
    return isComplete ? text : nil
  }
}
