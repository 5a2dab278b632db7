import Glibc

extension UnsafeBufferPointer<UInt8> {
  /// The first place of `byte` at or after `start`.
  @inlinable @inline(__always)
  public func firstIndex(of byte: UInt8, from start: Int) -> Int? {
    guard let base = baseAddress, start < count, let found = memchr(base + start, Int32(byte), count - start) else {
      return nil
    }
    return base.distance(to: UnsafePointer(found.assumingMemoryBound(to: UInt8.self)))
  }

  /// The first place of `needle`, which is not empty, at or after `start`.
  public func firstRange(of needle: UnsafeBufferPointer<UInt8>, from start: Int = 0) -> Range<Int>? {
    guard let base = baseAddress, let wanted = needle.baseAddress, let lead = needle.first else { return nil }
    var index = start
    while let found = firstIndex(of: lead, from: index), found + needle.count <= count {
      if memcmp(base + found, wanted, needle.count) == 0 { return found..<found + needle.count }
      index = found + 1
    }
    return nil
  }

  public func firstRange(of needle: StaticString, from start: Int = 0) -> Range<Int>? {
    firstRange(of: UnsafeBufferPointer(start: needle.utf8Start, count: needle.utf8CodeUnitCount), from: start)
  }
}
