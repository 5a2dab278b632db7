import Diagnostics

/// Something an import was not sure of, or could not keep in its place.
public struct ImportNote: Sendable {
  /// From 1, in the imported file.
  public let line: Int
  public let message: Text

  init(_ line: Int, zh: String, en: String) {
    self.line = line
    message = Text(zh: zh, en: en)
  }
}
