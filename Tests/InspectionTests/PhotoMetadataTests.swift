import Inspection
import TestSupport
import Testing

/// What pictures tell besides the picture.
@Suite struct PhotoMetadataTests {
  /// A value in a TIFF directory.
  private struct Field {
    var tag: Int
    var type: Int
    var value: [UInt8]
  }

  private static func number(_ value: Int, _ width: Int, _ isBigEndian: Bool) -> [UInt8] {
    let bytes = (0..<width).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    return isBigEndian ? bytes.reversed() : bytes
  }

  /// Directories one after the other, each with the data of its fields behind it; the last two fields of the first point
  /// to the others.
  private static func exif(
    main: [Field] = [], camera: [Field] = [], position: [Field] = [], _ isBigEndian: Bool
  ) -> [UInt8] {
    func directory(_ fields: [Field], at start: Int) -> [UInt8] {
      var (entries, data) = (number(fields.count, 2, isBigEndian), [UInt8]())
      let dataStart = start + 2 + fields.count * 12 + 4
      for field in fields {
        let width = [2: 1, 4: 4, 5: 8][field.type] ?? 1
        entries += number(field.tag, 2, isBigEndian) + number(field.type, 2, isBigEndian)
        entries += number(field.value.count / width, 4, isBigEndian)
        if field.value.count <= 4 {
          entries += field.value + [UInt8](repeating: 0, count: 4 - field.value.count)
        } else {
          entries += number(dataStart + data.count, 4, isBigEndian)
          data += field.value
        }
      }
      return entries + [0, 0, 0, 0] + data
    }
    func pointer(_ tag: Int, _ place: Int) -> Field { Field(tag: tag, type: 4, value: number(place, 4, isBigEndian)) }
    let size = directory(main + [pointer(0x8769, 0), pointer(0x8825, 0)], at: 8).count
    let cameraStart = 8 + size
    let positionStart = cameraStart + directory(camera, at: cameraStart).count
    return (isBigEndian ? [0x4D, 0x4D, 0, 42] : [0x49, 0x49, 42, 0]) + number(8, 4, isBigEndian)
      + directory(main + [pointer(0x8769, cameraStart), pointer(0x8825, positionStart)], at: 8)
      + directory(camera, at: cameraStart) + directory(position, at: positionStart)
  }

  private static func jpeg(_ exif: [UInt8]) -> [UInt8] {
    let other: [UInt8] = [0xFF, 0xE0, 0, 4, 1, 2]
    let head: [UInt8] = [0xFF, 0xE1] + number(exif.count + 8, 2, true) + Array("Exif\0\0".utf8)
    let picture: [UInt8] = [0xFF, 0xDA, 0, 2, 1, 2, 3]
    return [0xFF, 0xD8] + other + head + exif + picture
  }

  private static func png(_ chunks: [(type: String, data: [UInt8])]) -> [UInt8] {
    var file: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    for chunk in chunks {
      file += number(chunk.data.count, 4, true) + Array(chunk.type.utf8) + chunk.data
      file += [0, 0, 0, 0]
    }
    return file
  }

  private static func degrees(_ degrees: Int, _ isBigEndian: Bool) -> [UInt8] {
    [degrees, 1, 0, 1, 0, 1].flatMap { number($0, 4, isBigEndian) }
  }

  private static func position(_ latitude: Int, _ longitude: Int, _ isBigEndian: Bool) -> [Field] {
    [
      Field(tag: 2, type: 5, value: degrees(latitude, isBigEndian)),
      Field(tag: 4, type: 5, value: degrees(longitude, isBigEndian)),
    ]
  }

  private static func text(_ tag: Int, _ text: String) -> Field {
    Field(tag: tag, type: 2, value: Array("\(text)\0".utf8))
  }

  @Test(arguments: [false, true])
  func findsThePosition(isBigEndian: Bool) {
    let exif = Self.exif(position: Self.position(34, 117, isBigEndian), isBigEndian)
    for file in [Self.jpeg(exif), Self.png([("IHDR", [1, 2, 3]), ("eXIf", exif)])] {
      let metadata = PhotoMetadata(of: file)
      #expect(metadata.hasPosition && !metadata.hasName)
    }
    let none = Self.jpeg(Self.exif(position: Self.position(0, 0, isBigEndian), isBigEndian))
    #expect(!PhotoMetadata(of: none).hasPosition, "a camera without a receiver")
  }

  @Test(arguments: [false, true])
  func findsNames(isBigEndian: Bool) {
    for (main, camera, hasName) in [
      ([Self.text(0x013B, "王某某")], [], true), ([], [Self.text(0xA430, "王某某")], true),
      ([Self.text(0x013B, "      ")], [], false),
      ([Self.text(0x010F, "某牌相机")], [Self.text(0x9003, "2017:05:08 09:00:00")], false),
    ] as [([Field], [Field], Bool)] {
      let metadata = PhotoMetadata(of: Self.jpeg(Self.exif(main: main, camera: camera, isBigEndian)))
      #expect(metadata.hasName == hasName && !metadata.hasPosition)
    }
    let author = Self.png([("tEXt", Array("Author\0Wang".utf8))])
    #expect(PhotoMetadata(of: author).hasName)
    #expect(!PhotoMetadata(of: Self.png([("tEXt", Array("Software\0Wang".utf8))])).hasName)
  }

  /// Whatever the bytes are, reading ends and tells something or nothing.
  @Test func damagedFilesAreReadToTheirEnd() {
    var random = SeededGenerator(seed: 3)
    let exif = Self.exif(
      main: [Self.text(0x013B, "王某某")], camera: [Self.text(0xA430, "王某某")], position: Self.position(34, 117, true), true
    )
    let files = [Self.jpeg(exif), Self.png([("eXIf", exif), ("tEXt", Array("Author\0Wang".utf8))])]
    var told = 0
    for round in 0..<20_000 {
      var file = files[round % 2]
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        file[Int.random(in: 8..<file.count, using: &random)] =
          [0, 0xFF, UInt8.random(in: 0...255, using: &random)]
          .randomElement(using: &random) ?? 0
      }
      if Bool.random(using: &random) { file.removeLast(Int.random(in: 0..<file.count, using: &random)) }
      let metadata = PhotoMetadata(of: file)
      if metadata.hasPosition || metadata.hasName { told += 1 }
    }
    #expect((1..<20_000).contains(told))
  }
}
