/// A half-open range of UTF-8 byte offsets within one source file.
public struct ByteRange: Sendable, Hashable {
  public var lowerBound: Int
  public var upperBound: Int

  public init(_ lowerBound: Int, _ upperBound: Int) {
    self.lowerBound = lowerBound
    self.upperBound = max(lowerBound, upperBound)
  }

  public init(_ range: Range<Int>) {
    self.init(range.lowerBound, range.upperBound)
  }

  public var count: Int { upperBound - lowerBound }

  /// The same bytes, counted from `offset` bytes further left.
  public func shifted(by offset: Int) -> ByteRange {
    ByteRange(lowerBound + offset, upperBound + offset)
  }
}

/// A place in a source file: its path relative to the site's folder, and a range of bytes.
public struct SourceSpan: Sendable, Hashable {
  public var path: String
  public var range: ByteRange

  public init(path: String, range: ByteRange) {
    self.path = path
    self.range = range
  }

  /// The start of a file, for what concerns the file as a whole.
  public init(path: String) {
    self.init(path: path, range: ByteRange(0, 0))
  }
}
