/// What a picture's file tells besides the picture: the EXIF data that cameras and telephones write into JPEG and PNG
/// files, and a PNG file's own words on its author.
///
/// A file that is damaged, or nothing of the kind, tells nothing.
public struct PhotoMetadata: Sendable, Hashable {
  /// Whether it tells the latitude and longitude where the picture was taken.
  public private(set) var hasPosition = false
  /// Whether it names who took the picture, or whose camera it was.
  public private(set) var hasName = false

  public init(of file: [UInt8]) {
    if file.starts(with: [0xFF, 0xD8]) {
      readJPEG(file)
    } else if file.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
      readPNG(file)
    }
  }

  /// Segments are a marker, a length that counts itself, and their data; the picture itself follows the last of them.
  private mutating func readJPEG(_ file: [UInt8]) {
    let bytes = OrderedBytes(file[...], isBigEndian: true)
    var position = 2
    while bytes.byte(at: position) == 0xFF, let marker = bytes.byte(at: position + 1), marker != 0xDA,
      let length = bytes.number(at: position + 2, width: 2), length >= 2
    {
      if marker == 0xE1, let data = bytes.slice(from: position + 4, count: length - 2),
        data.starts(with: Array("Exif\0\0".utf8))
      {
        readEXIF(data.dropFirst(6))
      }
      position += 2 + length
    }
  }

  /// Chunks are a length, a type, their data and a checksum.
  private mutating func readPNG(_ file: [UInt8]) {
    let bytes = OrderedBytes(file[...], isBigEndian: true)
    var position = 8
    while let length = bytes.number(at: position, width: 4), let type = bytes.slice(from: position + 4, count: 4),
      let data = bytes.slice(from: position + 8, count: length)
    {
      if type.elementsEqual("eXIf".utf8) { readEXIF(data) }
      if type.elementsEqual("tEXt".utf8) || type.elementsEqual("iTXt".utf8), data.starts(with: Array("Author\0".utf8)) {
        hasName = hasName || data.dropFirst(7).contains { $0 > 0x20 }
      }
      position += 12 + length
    }
  }

  // MARK: - EXIF

  private enum Tag {
    static let artist = 0x013B, authorOfWindows = 0x9C9D, cameraOwner = 0xA430
    static let cameraFields = 0x8769, positionFields = 0x8825
    static let latitude = 2, longitude = 4
  }

  /// A TIFF header that tells the byte order, and where the first directory stands; that points to two more.
  private mutating func readEXIF(_ data: ArraySlice<UInt8>) {
    let isBigEndian = data.starts(with: [0x4D, 0x4D, 0, 42])
    guard isBigEndian || data.starts(with: [0x49, 0x49, 42, 0]) else { return }
    let bytes = OrderedBytes(data, isBigEndian: isBigEndian)
    guard let first = bytes.number(at: 4, width: 4) else { return }
    let main = TIFFDirectory(in: bytes, at: first)
    let camera = main.number(Tag.cameraFields).map { TIFFDirectory(in: bytes, at: $0) }
    let position = main.number(Tag.positionFields).map { TIFFDirectory(in: bytes, at: $0) }
    hasName =
      hasName || main.hasText(Tag.artist) || main.hasText(Tag.authorOfWindows)
      || camera?.hasText(Tag.cameraOwner) ?? false
    hasPosition = hasPosition || position.map { $0.hasValue(Tag.latitude) && $0.hasValue(Tag.longitude) } ?? false
  }
}

/// The fields of one directory of a TIFF structure. Directories do not lead from one to the other, so that none is read
/// twice.
private struct TIFFDirectory {
  private var values: [Int: ArraySlice<UInt8>] = [:]
  private let bytes: OrderedBytes

  private static let mostFields = 500
  /// In bytes, by type: the numbers of TIFF 6.0.
  private static let widths = [1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8]

  init(in bytes: OrderedBytes, at start: Int) {
    self.bytes = bytes
    guard let count = bytes.number(at: start, width: 2), count <= Self.mostFields else { return }
    for field in 0..<count {
      let entry = start + 2 + field * 12
      guard let tag = bytes.number(at: entry, width: 2), let type = bytes.number(at: entry + 2, width: 2),
        let items = bytes.number(at: entry + 4, width: 4), let width = Self.widths[type]
      else { continue }
      // What is too large for the entry itself stands elsewhere.
      let place = items * width <= 4 ? entry + 8 : bytes.number(at: entry + 8, width: 4) ?? -1
      values[tag] = bytes.slice(from: place, count: items * width)
    }
  }

  func number(_ tag: Int) -> Int? {
    guard let value = values[tag], value.count == 4 else { return nil }
    return OrderedBytes(value, isBigEndian: bytes.isBigEndian).number(at: 0, width: 4)
  }

  func hasText(_ tag: Int) -> Bool { values[tag]?.contains { $0 > 0x20 } ?? false }

  /// Cameras without a receiver write zeros.
  func hasValue(_ tag: Int) -> Bool {
    guard let value = values[tag] else { return false }
    // A fraction is its numerator and its denominator; only the former tells anything.
    return value.enumerated().contains { $0.offset % 8 < 4 && $0.element != 0 }
  }
}

/// Bytes that hold numbers in one byte order; outside of them there is nothing.
private struct OrderedBytes {
  private let bytes: ArraySlice<UInt8>
  let isBigEndian: Bool

  init(_ bytes: ArraySlice<UInt8>, isBigEndian: Bool) {
    self.bytes = bytes
    self.isBigEndian = isBigEndian
  }

  func byte(at position: Int) -> UInt8? { slice(from: position, count: 1)?.first }

  func number(at position: Int, width: Int) -> Int? {
    guard let digits = slice(from: position, count: width) else { return nil }
    let ordered = isBigEndian ? Array(digits) : digits.reversed()
    return ordered.reduce(0) { $0 << 8 | Int($1) }
  }

  func slice(from position: Int, count: Int) -> ArraySlice<UInt8>? {
    guard position >= 0, count >= 0, position <= bytes.count, count <= bytes.count - position else { return nil }
    let start = bytes.startIndex + position
    return bytes[start..<start + count]
  }
}
