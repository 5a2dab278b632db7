import Diagnostics
import Rules

/// The text of PDF files, drawn out by poppler's `pdftotext` where it is installed.
enum PDFText {
  private static let mostBytes = 32 << 20
  private static let mostSeconds = 20

  static func extract(_ path: String) -> PublishedAttachment.Extraction {
    // A name that begins with a hyphen would be an option.
    let file = path.hasPrefix("/") ? path : "./\(path)"
    switch ChildProcess.run(
      "pdftotext", ["-q", "-enc", "UTF-8", file, "-"], mostBytes: mostBytes, mostSeconds: mostSeconds)
    {
    case .finished(let text, status: 0): return .text(text)
    case .finished: return .failed(Text(zh: "不是能读的 PDF，或者设有密码", en: "is no readable PDF, or encrypted"))
    case .notFound: return .noTool
    case .tooMuch: return .failed(Text(zh: "文字太多", en: "has too much text"))
    case .tooSlow:
      return .failed(Text(zh: "读了 \(mostSeconds) 秒还没有读完", en: "took longer than \(mostSeconds) seconds to read"))
    }
  }
}
