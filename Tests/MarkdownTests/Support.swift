import CCmark
import Diagnostics
import Foundation

@testable import Markdown

/// Answers for a few made-up addresses; everything else stands.
struct TestLinks: LinkResolver {
  func resolve(_ destination: String, isImage: Bool) -> LinkResolution {
    switch destination {
    case "#004315678/2017-00012": .replace("../d/004315678-2017-00012.html")
    case "missing.md": .broken(zh: "没有这个文件", en: "no such file", fixes: [.didYouMean("found.md")])
    default: .keep
    }
  }
}

struct Rendering {
  let result: RenderedMarkdown
  let diagnostics: [Diagnostic]
  let source: [UInt8]
  let baseOffset: Int

  var html: String { String(decoding: result.html, as: UTF8.self) }
  var plainText: String { String(decoding: result.plainText, as: UTF8.self) }
  var ids: [String] { diagnostics.map(\.id) }

  /// The bytes of the source a range of the file stands for.
  func text(_ range: ByteRange) -> String {
    String(decoding: source[(range.lowerBound - baseOffset)..<(range.upperBound - baseOffset)], as: UTF8.self)
  }

  func text(_ span: SourceSpan?) -> String? { span.map { text($0.range) } }
}

func render(_ source: String, _ options: MarkdownOptions = .init(), baseOffset: Int = 0) -> Rendering {
  render(Array(source.utf8), options, baseOffset: baseOffset)
}

func render(_ source: [UInt8], _ options: MarkdownOptions = .init(), baseOffset: Int = 0) -> Rendering {
  MarkdownRenderer(options: options).rendering(of: source, baseOffset: baseOffset)
}

extension MarkdownRenderer {
  func rendering(
    of source: [UInt8], baseOffset: Int = 0, links: some LinkResolver = TestLinks()
  ) -> Rendering {
    var diagnostics: [Diagnostic] = []
    let result = source.withUnsafeBufferPointer {
      render($0, path: "a.md", baseOffset: baseOffset, links: links, diagnostics: &diagnostics)
    }
    return Rendering(result: result, diagnostics: diagnostics, source: source, baseOffset: baseOffset)
  }
}

/// What libcmark's own renderer makes of it, in safe mode.
func libcmark(_ source: [UInt8]) -> String {
  let html = source.withUnsafeBytes { bytes in
    cmark_markdown_to_html(bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count, CMARK_OPT_DEFAULT)
  }
  guard let html else { return "" }
  defer { free(html) }
  return String(decoding: UnsafeRawBufferPointer(start: html, count: strlen(html)), as: UTF8.self)
}

func libcmark(_ source: String) -> String { libcmark(Array(source.utf8)) }

extension MarkdownOptions {
  /// Chinese typography alone.
  static var typography: MarkdownOptions {
    var options = MarkdownOptions.commonMark
    options.chineseTypography = true
    return options
  }

  /// Extensions alone.
  static var extensionsOnly: MarkdownOptions {
    var options = MarkdownOptions()
    options.chineseTypography = false
    return options
  }
}
