import Bytes

extension StringProtocol {
  /// With the bytes that `%E6%96%87` and the like stand for; a `%` without two digits stays.
  var percentDecoded: String {
    guard contains("%"), let bytes = PercentEncoding.decoded(utf8, keepsMalformed: true) else { return String(self) }
    return String(decoding: bytes, as: UTF8.self)
  }
}
