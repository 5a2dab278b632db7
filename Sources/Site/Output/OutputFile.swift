import Archive

/// A file of the output.
public struct OutputFile: Sendable {
  /// A part of a file.
  public struct Piece: Sendable {
    /// Pieces of one file that are made under the same key have the same bytes; `nil` for those that are made in no time.
    public let key: Fingerprint?
    public let make: @Sendable () -> [UInt8]

    public init(key: Fingerprint? = nil, _ make: @escaping @Sendable () -> [UInt8]) {
      self.key = key
      self.make = make
    }
  }

  /// Below the site's root.
  public let path: String
  /// The file's bytes, one piece after the other: together they can be too large for memory.
  public let pieces: [Piece]

  public init(path: String, pieces: [Piece]) {
    self.path = path
    self.pieces = pieces
  }

  public init(path: String, bytes: [UInt8]) { self.init(path: path, pieces: [Piece { bytes }]) }

  /// All of the file.
  public var bytes: [UInt8] { pieces.count == 1 ? pieces[0].make() : pieces.flatMap { $0.make() } }
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
