import Bytes
import Chronology
import Disclosure

/// How a document is quoted. Written as bytes: to append to strings takes twice as long.
extension ModelBuilder {
  func citation(_ document: Document, _ address: String) -> String {
    var text = ByteBuffer(capacity: 512)
    text.append("", terms.name(document.publisher, of: .publisher), "：")
    text.append("《", document.title, "》")
    text.append("（", document.documentNumber, "）")
    text.append("，", document.date?.chinese, "")
    text.append("，", address, "")
    return String(decoding: text.bytes, as: UTF8.self)
  }

  /// GB/T 7714-2015, an electronic resource: the reader adds the day of reading.
  func standardCitation(_ document: Document, _ address: String) -> String {
    var text = ByteBuffer(capacity: 512)
    text.append("", terms.name(document.publisher, of: .publisher), ". ")
    text.append("", document.title, "")
    text.append(": ", document.documentNumber, "")
    text.append("[EB/OL]. ")
    text.append("(", document.date?.description, ")")
    text.append("[引用日期]. ", address, ".")
    return String(decoding: text.bytes, as: UTF8.self)
  }
}

extension ByteBuffer {
  /// A part of a citation with the marks round it; neither where there is none.
  fileprivate mutating func append(_ before: StaticString, _ part: String?, _ after: StaticString) {
    guard let part else { return }
    append(before)
    append(contentsOf: part)
    append(after)
  }
}
