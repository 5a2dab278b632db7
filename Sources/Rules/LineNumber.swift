extension UnsafeBufferPointer<UInt8> {
  /// The number of the line that `offset` is on, from 1.
  func lineNumber(of offset: Int) -> Int {
    self[..<Swift.min(offset, count)].reduce(1) { $1 == UInt8(ascii: "\n") ? $0 + 1 : $0 }
  }
}
