import Diagnostics
import Disclosure

/// The part of a document's file that readers get to see, from the start of the file on.
struct PublishedText {
  let document: Document
  let bytes: UnsafeBufferPointer<UInt8>
  let bodyStart: Int
  let syntax: CheckedText

  init(of document: Document, in file: UnsafeBufferPointer<UInt8>) {
    self.document = document
    bodyStart = document.body?.lowerBound ?? FrontMatter.bodyStart(in: file)
    syntax = .document(bodyStart: bodyStart)
    let end =
      switch document.publication {
      case .full: file.count
      case .listed: bodyStart
      case .withheld: 0
      }
    bytes = UnsafeBufferPointer(rebasing: file[..<end])
  }

  func span(_ range: Range<Int>) -> SourceSpan { SourceSpan(path: document.path, range: ByteRange(range)) }
}
