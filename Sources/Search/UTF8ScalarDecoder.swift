/// The scalars of UTF-8 bytes, U+FFFD for what is not UTF-8. Text is checked when it is read; this cannot fail.
struct UTF8ScalarDecoder<Bytes: Sequence<UInt8>>: IteratorProtocol {
  private var bytes: Bytes.Iterator
  private var codec = UTF8()

  init(_ bytes: Bytes) { self.bytes = bytes.makeIterator() }

  @inline(__always)
  mutating func next() -> UInt32? {
    switch codec.decode(&bytes) {
    case .scalarValue(let scalar): scalar.value
    case .error: 0xFFFD
    case .emptyInput: nil
    }
  }
}
