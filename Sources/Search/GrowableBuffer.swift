/// A growable run of plain values, kept and used again.
///
/// Appending to an array asks each time whether it is shared, which takes longer than most of what is appended here.
struct GrowableBuffer<Element: BitwiseCopyable>: ~Copyable {
  private(set) var start: UnsafeMutablePointer<Element>
  private(set) var count = 0
  private var capacity: Int

  init(capacity: Int = 64) {
    self.capacity = max(1, capacity)
    start = .allocate(capacity: self.capacity)
  }

  deinit { start.deallocate() }

  var elements: UnsafeMutableBufferPointer<Element> { UnsafeMutableBufferPointer(start: start, count: count) }

  subscript(index: Int) -> Element {
    @inline(__always) get { start[index] }
    @inline(__always) nonmutating set { start[index] = newValue }
  }

  var last: Element? { count == 0 ? nil : start[count - 1] }

  mutating func removeAll() { count = 0 }

  mutating func truncate(to newCount: Int) { count = min(count, newCount) }

  /// Makes room for so many in all, and for no more.
  mutating func reserve(_ wanted: Int) {
    if wanted > capacity { move(toHold: wanted) }
  }

  /// Becomes so long; what was not there is to be set before it is read.
  mutating func resize(to newCount: Int) {
    if newCount > capacity { grow(toHold: newCount) }
    count = newCount
  }

  @inline(__always)
  mutating func append(_ element: Element) {
    if count == capacity { grow(toHold: count + 1) }
    start[count] = element
    count &+= 1
  }

  /// Makes room for so many more, of which `write` sets the first, and says how many.
  @inline(__always)
  mutating func append(atMost most: Int, _ write: (UnsafeMutablePointer<Element>) -> Int) {
    if count + most > capacity { grow(toHold: count + most) }
    count += write(start + count)
  }

  mutating func append(_ added: UnsafeBufferPointer<Element>) {
    guard let base = added.baseAddress else { return }
    if count + added.count > capacity { grow(toHold: count + added.count) }
    (start + count).update(from: base, count: added.count)
    count += added.count
  }

  @inline(never)
  private mutating func grow(toHold needed: Int) { move(toHold: max(needed, capacity * 2)) }

  private mutating func move(toHold newCapacity: Int) {
    let replacement = UnsafeMutablePointer<Element>.allocate(capacity: newCapacity)
    replacement.update(from: start, count: count)
    start.deallocate()
    (start, capacity) = (replacement, newCapacity)
  }
}
