import Bytes
import Chronology
import Disclosure

/// How a document is quoted. Written as bytes: to append to strings takes twice as long.
extension ModelBuilder {
  func citation(_ document: Document, _ address: String) -> String {
    var text = ByteBuffer(capacity: 512)
    if let publisher = terms.name(document.publisher, of: .publisher) {
      text.append(contentsOf: publisher)
      text.append("：")
    }
    text.append("《")
    text.append(contentsOf: document.title)
    text.append("》")
    if let number = document.documentNumber {
      text.append("（")
      text.append(contentsOf: number)
      text.append("）")
    }
    if let date = document.date {
      text.append("，")
      text.append(chinese: date)
    }
    text.append("，")
    text.append(contentsOf: address)
    return String(decoding: text.bytes, as: UTF8.self)
  }

  /// GB/T 7714-2015, an electronic resource: the reader adds the day of reading.
  func standardCitation(_ document: Document, _ address: String) -> String {
    var text = ByteBuffer(capacity: 512)
    if let publisher = terms.name(document.publisher, of: .publisher) {
      text.append(contentsOf: publisher)
      text.append(". ")
    }
    text.append(contentsOf: document.title)
    if let number = document.documentNumber {
      text.append(": ")
      text.append(contentsOf: number)
    }
    text.append("[EB/OL]. ")
    if let date = document.date {
      text.append("(")
      text.append(contentsOf: date.description)
      text.append(")")
    }
    text.append("[引用日期]. ")
    text.append(contentsOf: address)
    text.append(".")
    return String(decoding: text.bytes, as: UTF8.self)
  }
}

extension ByteBuffer {
  /// As official documents print a date.
  fileprivate mutating func append(chinese date: CivilDate) {
    append(date.year)
    append("年")
    append(date.month)
    append("月")
    append(date.day)
    append("日")
  }
}
