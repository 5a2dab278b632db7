/// The entries of a ZIP archive (PKWARE APPNOTE 6.3), the container of docx and xlsx.
public struct ZipArchive: Sendable {
  public struct Entry: Sendable, Hashable {
    /// Path inside the archive; broken UTF-8 reads as U+FFFD.
    public let name: String
    /// Bytes when unpacked, as the archive states it.
    public let size: Int
    let packedSize: Int
    let method: Int
    let checksum: UInt32
    let isEncrypted: Bool
    /// Of the entry's local header.
    let offset: Int
  }

  /// In the order of the central directory.
  public let entries: [Entry]
  private let bytes: [UInt8]
  private let limits: AttachmentLimits

  /// Whether `bytes` begin as a ZIP archive does.
  public static func isArchive(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06])
  }

  /// Reads the central directory; entries are unpacked when asked for.
  public init(_ bytes: [UInt8], limits: AttachmentLimits = AttachmentLimits()) throws(AttachmentFailure) {
    (self.bytes, self.limits) = (bytes, limits)
    let end = try Self.endRecord(of: bytes)
    let count = try Self.number(2, at: end + 10, of: bytes)
    var position = try Self.number(4, at: end + 16, of: bytes)
    // These values say that the true ones stand in a ZIP64 record, which only archives above 4 GiB need.
    guard count != 0xFFFF, position != 0xFFFF_FFFF else { throw .unsupported }
    guard count <= limits.entries else { throw .tooLarge }
    var entries: [Entry] = []
    for _ in 0..<count {
      let (entry, next) = try Self.entry(at: position, of: bytes)
      entries.append(entry)
      position = next
    }
    self.entries = entries
  }

  /// The entries whose names satisfy `isWanted`, refused when together they unpack to more than the limit: entries
  /// may share the same packed bytes, and thousands of them that are each within bounds are a bomb as well.
  func entries(named isWanted: (String) -> Bool) throws(AttachmentFailure) -> [Entry] {
    let wanted = entries.filter { isWanted($0.name) }
    guard wanted.reduce(0, { $0 + $1.size }) <= limits.bytes else { throw .tooLarge }
    return wanted
  }

  /// The unpacked bytes of `entry`, checked against its size and checksum.
  public func contents(of entry: Entry) throws(AttachmentFailure) -> [UInt8] {
    guard !entry.isEncrypted else { throw .encrypted }
    guard entry.size <= limits.bytes, entry.size <= max(1 << 20, entry.packedSize * limits.ratio) else {
      throw .tooLarge
    }
    guard try Self.number(4, at: entry.offset, of: bytes) == 0x0403_4B50 else { throw .corrupt }
    let nameLength = try Self.number(2, at: entry.offset + 26, of: bytes)
    let extraLength = try Self.number(2, at: entry.offset + 28, of: bytes)
    let start = entry.offset + 30 + nameLength + extraLength
    guard start + entry.packedSize <= bytes.count else { throw .truncated }
    let packed = bytes[start..<start + entry.packedSize]
    let contents: [UInt8]
    switch entry.method {
    case 0: contents = Array(packed)
    case 8: contents = try Inflater.inflate(packed, size: entry.size)
    default: throw .unsupported
    }
    guard contents.count == entry.size else { throw .corrupt }
    guard CRC32.checksum(contents) == entry.checksum else { throw .checksum }
    return contents
  }

  /// The end record stands in the last 64 KiB, before a comment of any length.
  private static func endRecord(of bytes: [UInt8]) throws(AttachmentFailure) -> Int {
    var position = bytes.count - 22
    let first = max(0, position - 0xFFFF)
    while position >= first {
      if bytes[position...].starts(with: [0x50, 0x4B, 0x05, 0x06]) { return position }
      position -= 1
    }
    throw .truncated
  }

  private static func entry(at position: Int, of bytes: [UInt8]) throws(AttachmentFailure) -> (Entry, next: Int) {
    guard try number(4, at: position, of: bytes) == 0x0201_4B50 else { throw .corrupt }
    let nameLength = try number(2, at: position + 28, of: bytes)
    let extraLength = try number(2, at: position + 30, of: bytes)
    let commentLength = try number(2, at: position + 32, of: bytes)
    let nameEnd = position + 46 + nameLength
    guard nameEnd <= bytes.count else { throw .truncated }
    let entry = Entry(
      name: String(decoding: bytes[position + 46..<nameEnd], as: UTF8.self),
      size: try number(4, at: position + 24, of: bytes), packedSize: try number(4, at: position + 20, of: bytes),
      method: try number(2, at: position + 10, of: bytes),
      checksum: UInt32(try number(4, at: position + 16, of: bytes)),
      isEncrypted: try number(2, at: position + 8, of: bytes) & 1 == 1,
      offset: try number(4, at: position + 42, of: bytes))
    return (entry, nameEnd + extraLength + commentLength)
  }

  /// A little-endian number of two or four bytes.
  private static func number(_ width: Int, at position: Int, of bytes: [UInt8]) throws(AttachmentFailure) -> Int {
    guard position >= 0, position + width <= bytes.count else { throw .truncated }
    return (0..<width).reduce(0) { $0 | Int(bytes[position + $1]) << (8 * $1) }
  }
}
