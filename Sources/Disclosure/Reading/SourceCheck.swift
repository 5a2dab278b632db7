import Diagnostics

/// Whether a file can be read as text at all.
public enum SourceCheck {
  /// Larger than any document people read; a file above it is an attachment put in the wrong place.
  static let maximumBytes = 16 << 20

  /// Reports a file that is too large or not UTF-8; answers whether it can be read on.
  public static func accepts(_ bytes: UnsafeBufferPointer<UInt8>, path: String, _ diagnostics: inout [Diagnostic])
    -> Bool
  {
    guard bytes.count <= maximumBytes else {
      diagnostics.append(
        Diagnostic(
          .tooLarge, at: SourceSpan(path: path),
          zh: "文件有 \(bytes.count >> 20) MB，正文上限是 \(maximumBytes >> 20) MB；大的材料请作为附件",
          en:
            "the file has \(bytes.count >> 20) MB, the limit is \(maximumBytes >> 20) MB; attach large material instead"
        ))
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
    let start = plainPrefix(bytes)
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: UnsafeBufferPointer(rebasing: bytes[start...]).span)
      return nil
    } catch {
      return start + error.byteOffsets.lowerBound
    }
  }

  /// How many bytes from the start are certainly UTF-8: nearly all of a Chinese text.
  private static func plainPrefix(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let raw = UnsafeRawBufferPointer(bytes)
    var position = 0
    while position + 24 <= raw.count {
      if areCommon(raw, position) {
        position += 24
        continue
      }
      // A line's end or some figures are among the characters.
      let start = position
      while position + 8 <= raw.count, isCommon(word(raw, position)) { position += 3 }
      while position + 8 <= raw.count, word(raw, position) & 0x80 == 0 {
        position += word(raw, position) & 0x8080_8080_8080_8080 == 0 ? 8 : 1
      }
      if position == start { break }
    }
    return position
  }

  /// Whether the next eight characters are of three bytes each, and none begins with E0 or ED: not all bytes may follow
  /// these.
  private static func areCommon(_ raw: UnsafeRawBufferPointer, _ position: Int) -> Bool {
    let (first, second, third) = (word(raw, position), word(raw, position + 8), word(raw, position + 16))
    let shape =
      (first & 0xC0F0_C0C0_F0C0_C0F0 ^ 0x80E0_8080_E080_80E0)
      | (second & 0xF0C0_C0F0_C0C0_F0C0 ^ 0xE080_80E0_8080_E080)
      | (third & 0xC0C0_F0C0_C0F0_C0C0 ^ 0x8080_E080_80E0_8080)
    guard shape == 0 else { return false }
    // The low halves of the eight lead bytes, one a byte.
    let leads =
      (first & 0x000F_0000_0F00_000F) | (second & 0x0F00_000F_0000_0F00) | (third & 0x0000_0F00_000F_0000)
    return !hasZero(leads) && !hasZero(leads ^ 0x0D0D_0D0D_0D0D_0D0D)
  }

  private static func hasZero(_ word: UInt64) -> Bool {
    (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080 != 0
  }

  /// Whether eight bytes begin with a character of three, after whose lead byte any two continuation bytes may follow.
  private static func isCommon(_ word: UInt64) -> Bool {
    word & 0xC0C0F0 == 0x8080E0 && word & 0xFF != 0xE0 && word & 0xFF != 0xED
  }

  /// The eight bytes at a position, the first one lowest.
  private static func word(_ raw: UnsafeRawBufferPointer, _ position: Int) -> UInt64 {
    UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: position, as: UInt64.self))
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
