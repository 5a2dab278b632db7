import Diagnostics

/// Whether a file can be read as text at all.
public enum SourceCheck {
  /// Larger than any document people read; a file above it is an attachment put in the wrong place.
  static let maximumBytes = 16 << 20

  /// Reports a file that is too large or not UTF-8; answers whether it can be read on.
  public static func accepts(_ bytes: UnsafeBufferPointer<UInt8>, path: String, _ diagnostics: inout [Diagnostic]) -> Bool {
    guard bytes.count <= maximumBytes else {
      diagnostics.append(
        Diagnostic(
          .tooLarge, at: SourceSpan(path: path),
          zh: "文件有 \(bytes.count >> 20) MB，正文上限是 \(maximumBytes >> 20) MB；大的材料请作为附件",
          en: "the file has \(bytes.count >> 20) MB, the limit is \(maximumBytes >> 20) MB; attach large material instead"))
      return false
    }
    guard let fault = firstInvalidByte(bytes) else { return true }
    let span = SourceSpan(path: path, range: ByteRange(fault, fault + 1))
    let convert = Diagnostic.Fix(
      zh: "用编辑器另存为 UTF-8，或运行 iconv -f GB18030 -t UTF-8", en: "save it as UTF-8, or run iconv -f GB18030 -t UTF-8")
    diagnostics.append(
      looksLikeGB18030(bytes, from: fault)
        ? Diagnostic(
          .legacyEncoding, at: span, zh: "文件像是 GB18030（GBK）编码，应为 UTF-8",
          en: "the file looks like GB18030 (GBK); it must be UTF-8", fixes: [convert])
        : Diagnostic(
          .notUTF8, at: span, zh: "从这里起不是 UTF-8 文字", en: "from here on the bytes are not UTF-8 text"))
    return false
  }

  private static func firstInvalidByte(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard String(validating: bytes, as: UTF8.self) == nil else { return nil }
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var offset = 0
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): offset += UTF8.width(scalar)
      case .emptyInput: return nil
      case .error: return min(offset, bytes.count - 1)
      }
    }
  }

  /// Two-byte sequences with a lead of 0x81–0xFE and a trail of 0x40–0xFE, for as far as is worth looking.
  private static func looksLikeGB18030(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Bool {
    var (i, pairs) = (start, 0)
    while i + 1 < bytes.count, pairs < 64 {
      if bytes[i] < 0x80 {
        i += 1
        continue
      }
      guard (0x81...0xFE).contains(bytes[i]), (0x30...0xFE).contains(bytes[i + 1]), bytes[i + 1] != 0x7F else {
        return false
      }
      i += 2
      pairs += 1
    }
    return pairs > 1
  }
}
