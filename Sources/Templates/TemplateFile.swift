/// A template as it was read from a theme.
public struct TemplateFile: Sendable {
  /// The name other templates include it by, such as `document` or `partials/header`.
  public let name: String
  /// Where it lies, for diagnostics.
  public let path: String
  public let bytes: [UInt8]

  public init(name: String, path: String, bytes: [UInt8]) {
    self.name = name
    self.path = path
    self.bytes = bytes
  }
}
