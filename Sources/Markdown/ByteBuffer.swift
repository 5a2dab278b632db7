import Glibc

/// A growable run of bytes, kept from document to document.
struct ByteBuffer: ~Copyable {
  private(set) var start: UnsafeMutablePointer<UInt8>
  private(set) var count = 0
  private var capacity: Int

  init(capacity: Int = 1024) {
    self.capacity = capacity
    start = .allocate(capacity: capacity)
  }

  deinit { start.deallocate() }

  var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: start, count: count) }
  var last: UInt8? { count == 0 ? nil : start[count - 1] }

  mutating func removeAll() { count = 0 }

  /// Makes room for so many bytes in all.
  mutating func reserve(_ wanted: Int) {
    if wanted > capacity { grow(toHold: wanted) }
  }

  mutating func truncate(to newCount: Int) { count = min(count, newCount) }

  @inline(__always)
  mutating func append(_ byte: UInt8) {
    if count == capacity { grow(toHold: count + 1) }
    start[count] = byte
    count += 1
  }

  @inline(__always)
  mutating func append(_ source: UnsafePointer<UInt8>, _ length: Int) {
    if count &+ length > capacity { grow(toHold: count + length) }
    let end = start + count
    // Most pieces are short, and a call takes longer than their few bytes.
    switch length {
    case 17...: memcpy(end, source, length)
    case 8...: Self.copyEnds(source, end, length, as: UInt64.self)
    case 4...: Self.copyEnds(source, end, length, as: UInt32.self)
    case 1...:
      let (first, middle, last) = (source[0], source[length / 2], source[length &- 1])
      (end[0], end[length / 2], end[length &- 1]) = (first, middle, last)
    default: break
    }
    count &+= length
  }

  mutating func append(_ source: UnsafeBufferPointer<UInt8>) {
    guard let base = source.baseAddress else { return }
    append(base, source.count)
  }

  @inline(__always)
  mutating func append(_ text: StaticString) {
    let length = text.utf8CodeUnitCount
    if count &+ length > capacity { grow(toHold: count + length) }
    memcpy(start + count, text.utf8Start, length)
    count &+= length
  }

  mutating func append(contentsOf text: String) {
    var text = text
    text.withUTF8 { append($0) }
  }

  /// Copies as many bytes as one or two words hold; the two may overlap.
  @inline(__always)
  private static func copyEnds<Word: BitwiseCopyable>(
    _ source: UnsafePointer<UInt8>, _ end: UnsafeMutablePointer<UInt8>, _ length: Int, as word: Word.Type
  ) {
    let rest = length &- MemoryLayout<Word>.size
    let head = UnsafeRawPointer(source).loadUnaligned(as: Word.self)
    let tail = UnsafeRawPointer(source + rest).loadUnaligned(as: Word.self)
    UnsafeMutableRawPointer(end).storeBytes(of: head, as: Word.self)
    UnsafeMutableRawPointer(end + rest).storeBytes(of: tail, as: Word.self)
  }

  /// A number that is not negative, in decimal.
  mutating func append(_ number: Int) {
    if number >= 10 { append(number / 10) }
    append(UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: number % 10))
  }

  @inline(never)
  private mutating func grow(toHold needed: Int) {
    let larger = max(needed, capacity * 2)
    let replacement = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
    memcpy(replacement, start, count)
    start.deallocate()
    (start, capacity) = (replacement, larger)
  }
}
