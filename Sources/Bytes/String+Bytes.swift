extension String {
  /// The bytes where they lie; they must not be kept.
  ///
  /// `withUTF8` needs a text of its own, to which references are counted.
  @inlinable @inline(__always)
  public func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    if let result = utf8.withContiguousStorageIfAvailable(body) { return result }
    var copy = self
    return copy.withUTF8(body)
  }
}
