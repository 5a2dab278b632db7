import Glibc

/// A growable run of bytes, kept from document to document.
///
/// Appending is several times as fast as to an array, which asks each time whether it is shared.
public struct ByteBuffer: ~Copyable {
  public private(set) var start: UnsafeMutablePointer<UInt8>
  @usableFromInline internal var length = 0
  @usableFromInline internal var capacity: Int

  public init(capacity: Int = 1024) {
    self.capacity = capacity
    start = .allocate(capacity: capacity)
  }

  deinit { start.deallocate() }

  @inlinable public var count: Int { length }
  @inlinable public var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: start, count: length) }
  @inlinable public var last: UInt8? { length == 0 ? nil : start[length - 1] }

  @inlinable public mutating func removeAll() { length = 0 }

  /// Makes room for so many bytes in all.
  public mutating func reserve(_ wanted: Int) {
    if wanted > capacity { grow(toHold: wanted) }
  }

  @inlinable public mutating func truncate(to newCount: Int) { length = min(length, newCount) }

  public mutating func removeFirst(_ removed: Int) {
    memmove(start, start + removed, length - removed)
    length -= removed
  }

  /// The bytes as an array, which keeps no room to grow.
  public func array() -> [UInt8] { Array(bytes) }

  @inlinable @inline(__always)
  public mutating func append(_ byte: UInt8) {
    if length == capacity { grow(toHold: length + 1) }
    start[length] = byte
    length &+= 1
  }

  @inlinable @inline(__always)
  public mutating func append(_ source: UnsafePointer<UInt8>, _ added: Int) {
    if length &+ added > capacity { grow(toHold: length + added) }
    let end = start + length
    // Most pieces are short, and a call takes longer than their few bytes.
    switch added {
    case 17...: memcpy(end, source, added)
    case 8...: Self.copyEnds(source, end, added, as: UInt64.self)
    case 4...: Self.copyEnds(source, end, added, as: UInt32.self)
    case 1...:
      let (first, middle, last) = (source[0], source[added / 2], source[added &- 1])
      (end[0], end[added / 2], end[added &- 1]) = (first, middle, last)
    default: break
    }
    length &+= added
  }

  @inlinable
  public mutating func append(_ source: UnsafeBufferPointer<UInt8>) {
    guard let base = source.baseAddress else { return }
    append(base, source.count)
  }

  @inlinable @inline(__always)
  public mutating func append(_ text: StaticString) {
    let added = text.utf8CodeUnitCount
    if length &+ added > capacity { grow(toHold: length + added) }
    memcpy(start + length, text.utf8Start, added)
    length &+= added
  }

  @inlinable
  public mutating func append(contentsOf text: String) {
    text.withBytes { append($0) }
  }

  @inlinable
  public mutating func append(contentsOf bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { append($0) }
  }

  /// Copies as many bytes as one or two words hold; the two may overlap.
  @inlinable @inline(__always)
  internal static func copyEnds<Word: BitwiseCopyable>(
    _ source: UnsafePointer<UInt8>, _ end: UnsafeMutablePointer<UInt8>, _ length: Int, as word: Word.Type
  ) {
    let rest = length &- MemoryLayout<Word>.size
    let head = UnsafeRawPointer(source).loadUnaligned(as: Word.self)
    let tail = UnsafeRawPointer(source + rest).loadUnaligned(as: Word.self)
    UnsafeMutableRawPointer(end).storeBytes(of: head, as: Word.self)
    UnsafeMutableRawPointer(end + rest).storeBytes(of: tail, as: Word.self)
  }

  /// Makes room for so many bytes, of which `write` fills the first, and says how many.
  @inlinable @inline(__always)
  public mutating func append(atMost most: Int, _ write: (UnsafeMutablePointer<UInt8>) -> Int) {
    if length &+ most > capacity { grow(toHold: length + most) }
    length &+= write(start + length)
  }

  /// A number in decimal.
  public mutating func append(_ number: Int) {
    if number < 0 { append(UInt8(ascii: "-")) }
    appendDigits(number.magnitude)
  }

  private mutating func appendDigits(_ number: UInt) {
    if number >= 10 { appendDigits(number / 10) }
    append(UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: number % 10))
  }

  @usableFromInline @inline(never)
  internal mutating func grow(toHold needed: Int) {
    let larger = max(needed, capacity * 2)
    let replacement = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
    memcpy(replacement, start, length)
    start.deallocate()
    (start, capacity) = (replacement, larger)
  }
}
