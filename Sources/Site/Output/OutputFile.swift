import Archive

/// A file of the output.
public struct OutputFile: Sendable {
  public typealias Piece = @Sendable () -> [UInt8]

  /// Below the site's root.
  public let path: String
  /// Make the file's bytes, one piece after the other: together they can be too large for memory.
  public let pieces: [Piece]

  public init(path: String, pieces: [Piece]) {
    self.path = path
    self.pieces = pieces
  }

  public init(path: String, bytes: [UInt8]) { self.init(path: path, pieces: [{ bytes }]) }

  /// All of the file.
  public var bytes: [UInt8] { pieces.count == 1 ? pieces[0]() : pieces.flatMap { $0() } }
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
