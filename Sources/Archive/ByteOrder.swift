import Bytes
import Glibc

/// The order of bytes, which for UTF-8 is that of its characters' numbers.
extension UnsafeRawBufferPointer {
  /// Less than 0 where these bytes come first, 0 where the others are the same.
  public func order(to other: UnsafeRawBufferPointer) -> Int {
    guard let start = baseAddress, let otherStart = other.baseAddress else { return count - other.count }
    let order = memcmp(start, otherStart, Swift.min(count, other.count))
    return order == 0 ? count - other.count : Int(order)
  }
}

extension String {
  public func precedesByBytes(_ other: String) -> Bool {
    other.withBytes { precedesByBytes(UnsafeRawBufferPointer($0)) }
  }

  public func precedesByBytes(_ other: UnsafeRawBufferPointer) -> Bool {
    withBytes { UnsafeRawBufferPointer($0).order(to: other) < 0 }
  }
}
