import Bytes

/// `f/…/ID.json`, `f/…/ID-N.json`: what a result shows, and the text a match is verified by.
///
/// `[url, title, date, publisher, numbers, text, flags]`; flag 1: another passage follows, flag 2: the traditional
/// table is needed to fold it as the index did.
enum ResultText {
  static func path(entry: Int, passage: Int) -> String {
    "f/\(entry / 1_024)/\(entry)" + (passage == 0 ? "" : "-\(passage)") + ".json"
  }

  static func bytes(
    _ document: SearchDocument, _ entry: SearchEntry, text: ArraySlice<UInt8>, isLast: Bool
  ) -> [UInt8] {
    let wire = WireText.shared
    var out = ByteBuffer(capacity: text.count + 512)
    out.append(UInt8(ascii: "["))
    out.append(contentsOf: JSONText.string(document.url))
    out.append(UInt8(ascii: ","))
    var hasTraditional = wire.appendString(entry.title.utf8, to: &out)
    for field in [entry.date.utf8, document.publisher.utf8] {
      out.append(UInt8(ascii: ","))
      wire.appendString(field, to: &out)
    }
    out.append(",[")
    for (i, number) in document.numbers.enumerated() {
      if i > 0 { out.append(UInt8(ascii: ",")) }
      if wire.appendString(number.utf8, to: &out) { hasTraditional = true }
    }
    out.append("],")
    if wire.appendString(text, to: &out) { hasTraditional = true }
    out.append(contentsOf: ",\((isLast ? 0 : 1) | (hasTraditional ? 2 : 0))]")
    return out.array()
  }
}
