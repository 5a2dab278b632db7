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

  mutating func truncate(to newCount: Int) { count = min(count, newCount) }

  @inline(__always)
  mutating func append(_ byte: UInt8) {
    if count == capacity { grow(toHold: count + 1) }
    start[count] = byte
    count += 1
  }

  @inline(__always)
  mutating func append(_ source: UnsafePointer<UInt8>, _ length: Int) {
    if count + length > capacity { grow(toHold: count + length) }
    memcpy(start + count, source, length)
    count += length
  }

  mutating func append(_ source: UnsafeBufferPointer<UInt8>) {
    guard let base = source.baseAddress else { return }
    append(base, source.count)
  }

  @inline(__always)
  mutating func append(_ text: StaticString) { append(text.utf8Start, text.utf8CodeUnitCount) }

  mutating func append(contentsOf text: String) {
    var text = text
    text.withUTF8 { append($0) }
  }

  /// A number that is not negative, in decimal.
  mutating func append(_ number: Int) {
    if number >= 10 { append(number / 10) }
    append(UInt8(ascii: "0") + UInt8(number % 10))
  }

  private mutating func grow(toHold needed: Int) {
    let larger = max(needed, capacity * 2)
    let replacement = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
    memcpy(replacement, start, count)
    start.deallocate()
    (start, capacity) = (replacement, larger)
  }
}
