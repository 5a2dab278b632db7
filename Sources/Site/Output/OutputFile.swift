import Archive

/// A file of the output tree, whole in memory.
public struct OutputFile: Sendable {
  /// Below the site's root.
  public let path: String
  public let bytes: [UInt8]

  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}

/// Files that are made together, of the same things.
public struct OutputGroup: Sendable {
  /// Tells it from the other groups.
  public let name: String
  /// Files made under the same key have the same bytes.
  public let key: Fingerprint
  public let make: @Sendable () -> [OutputFile]

  public init(_ name: String, key: Fingerprint, make: @escaping @Sendable () -> [OutputFile]) {
    self.name = name
    self.key = key
    self.make = make
  }
}
