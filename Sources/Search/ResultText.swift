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
    _ document: SearchDocument, _ entry: SearchEntry, text: ArraySlice<UInt8>, isLast: Bool, hasTraditional: Bool
  ) -> [UInt8] {
    var out = ByteBuffer(capacity: text.count + 512)
    out.append(UInt8(ascii: "["))
    out.append(contentsOf: JSONText.string(document.url))
    for field in [entry.title.utf8, entry.date.utf8, document.publisher.utf8] {
      out.append(UInt8(ascii: ","))
      WireText.shared.appendString(field, to: &out)
    }
    out.append(",[")
    for (i, number) in document.numbers.enumerated() {
      if i > 0 { out.append(UInt8(ascii: ",")) }
      WireText.shared.appendString(number.utf8, to: &out)
    }
    out.append("],")
    WireText.shared.appendString(text, to: &out)
    out.append(contentsOf: ",\((isLast ? 0 : 1) | (hasTraditional ? 2 : 0))]")
    return out.array()
  }
}
