/// Something that has bytes, the same ones as long as it is there.
public protocol ByteStore: AnyObject, Sendable {
  var bytes: UnsafeRawBufferPointer { get }
}

/// Some of the bytes that a store has, which is kept with them.
public struct StoredBytes: Sendable {
  private let store: any ByteStore
  private let range: Range<Int>

  /// - Parameter bytes: a part of the store's own.
  public init(_ bytes: UnsafeRawBufferPointer, of store: any ByteStore) {
    self.store = store
    let start = bytes.baseAddress.flatMap { part in store.bytes.baseAddress.map { part - $0 } } ?? 0
    range = start..<start + bytes.count
  }

  /// - Parameter body: must not keep the bytes.
  public func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    withExtendedLifetime(store) { body(UnsafeRawBufferPointer(rebasing: store.bytes[range])) }
  }
}
