import Glibc
import Reports

/// A report as somebody's office has it: plain text in UTF-8 or GB18030, or a Word file.
public enum ImportedText {
  /// - Returns: its text, the cells of a table's row parted by tabs.
  public static func read(_ path: String) throws(MachineFailure) -> String {
    if path.lowercased().hasSuffix(".docx") {
      return HTMLText.lines(of: try Pandoc.html(ofWordFile: path)).joined(separator: "\n") + "\n"
    }
    let bytes = try Disk.read(path)
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    guard let text = GB18030.decode(bytes) else {
      throw MachineFailure(
        zh: "“\(path)”不是 UTF-8，也不是 GB18030 编码的文本；Word 文件请另存为 .docx",
        en: "“\(path)” is text in neither UTF-8 nor GB18030; save Word files as .docx")
    }
    return text
  }
}

/// The national character set, which text files on Chinese Windows are in.
enum GB18030 {
  /// `nil` for bytes that are not in it.
  static func decode(_ bytes: [UInt8]) -> String? {
    guard let converter = iconv_open("UTF-8", "GB18030"), converter != iconv_t(bitPattern: -1) else { return nil }
    defer { iconv_close(converter) }
    // No character takes more than three times its bytes.
    var text = [UInt8](repeating: 0, count: bytes.count * 3 + 4)
    var source = bytes.map { CChar(bitPattern: $0) }
    let written = source.withUnsafeMutableBufferPointer { input in
      text.withUnsafeMutableBytes { output -> Int? in
        var (from, left) = (input.baseAddress, input.count)
        var to = output.baseAddress?.assumingMemoryBound(to: CChar.self)
        var room = output.count
        // All of the input is taken unless a sequence is not valid or cut off.
        _ = iconv(converter, &from, &left, &to, &room)
        return left == 0 ? output.count - room : nil
      }
    }
    return written.flatMap { String(validating: text.prefix($0), as: UTF8.self) }
  }
}
