import Glibc

/// Identifies the state of all files below a folder without reading them: by names, sizes and times.
///
/// Two trees with equal states are taken to hold the same bytes. The time of the last change of a file's record
/// (`ctime`) is part of it, which no program can set, so that copying or touching a file back does not hide a change.
struct TreeState: Sendable, Hashable {
  private(set) var files = 0
  /// When the youngest file was changed, in nanoseconds since 1970; never earlier than any time where there are links.
  private(set) var newest = 0
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  /// - Parameters:
  ///   - skips: whether a name in the folder itself, and everything below it, is left out.
  init(of root: String, pool: WorkerPool, skipping skips: @Sendable (String) -> Bool = { _ in false }) throws {
    var level = [Folder(path: "", seed: 0)]
    while !level.isEmpty {
      let folders = level
      let listed = try pool.map(folders.count, chunk: 1, state: {}) { _, i in try Self.list(folders[i], root, skips) }
      for (state, _) in listed { add(state) }
      level = listed.flatMap(\.folders)
    }
  }

  private init() {}

  private struct Folder: Sendable {
    /// From the root, with a slash at the end; empty for the root.
    let path: String
    let seed: UInt64
  }

  private static func list(
    _ folder: Folder, _ root: String, _ skips: (String) -> Bool
  ) throws(MachineFailure) -> (state: TreeState, folders: [Folder]) {
    var state = TreeState()
    var folders: [Folder] = []
    try Disk.forEachEntry(of: folder.path.isEmpty ? root : "\(root)/\(folder.path)") { name, info in
      if folder.path.isEmpty, skips(String(decoding: name, as: UTF8.self)) { return }
      var hash = Hash(seed: folder.seed)
      hash.add(name)
      if info.st_mode & S_IFMT == S_IFDIR {
        folders.append(Folder(path: folder.path + String(decoding: name, as: UTF8.self) + "/", seed: hash.value.low))
      } else {
        state.add(info, hash)
      }
    }
    return (state, folders)
  }

  private mutating func add(_ info: borrowing stat, _ name: Hash) {
    var hash = name
    let stamp = FileStamp(info)
    for part in [Int(info.st_mode), stamp.size, stamp.modified, stamp.recorded] { hash.add(UInt64(bitPattern: Int64(part))) }
    files += 1
    newest = info.st_mode & S_IFMT == S_IFLNK ? .max : max(newest, stamp.modified, stamp.recorded)
    low &+= hash.value.low
    high &+= hash.value.high
  }

  private mutating func add(_ other: TreeState) {
    files += other.files
    newest = max(newest, other.newest)
    low &+= other.low
    high &+= other.high
  }

  // MARK: - In the cache

  init?(_ reader: inout ByteReader) {
    guard let files = reader.integer(), let newest = reader.integer(), let low = reader.word(), let high = reader.word()
    else { return nil }
    (self.files, self.newest, self.low, self.high) = (files, newest, low, high)
  }

  func write(to writer: inout ByteWriter) {
    writer.integer(files)
    writer.integer(newest)
    writer.word(low)
    writer.word(high)
  }
}

/// 128 bits that follow from what was added; not meant to withstand an adversary.
private struct Hash {
  private(set) var value: (low: UInt64, high: UInt64)

  init(seed: UInt64) { value = (seed ^ 0x9E37_79B9_7F4A_7C15, seed ^ 0xD1B5_4A32_D192_ED03) }

  mutating func add(_ word: UInt64) {
    value.low = Self.mix(value.low ^ word, 0xBF58_476D_1CE4_E5B9)
    value.high = Self.mix(value.high &+ word, 0x94D0_49BB_1331_11EB)
  }

  mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) {
    let raw = UnsafeRawBufferPointer(bytes)
    var position = 0
    while position + 8 <= raw.count {
      add(raw.loadUnaligned(fromByteOffset: position, as: UInt64.self))
      position += 8
    }
    var rest = UInt64(raw.count) << 56
    for (i, byte) in raw[position...].enumerated() { rest ^= UInt64(byte) << (8 * UInt64(i)) }
    add(rest)
  }

  private static func mix(_ word: UInt64, _ factor: UInt64) -> UInt64 {
    let product = (word ^ factor).multipliedFullWidth(by: factor | 1)
    return product.high ^ product.low ^ word.byteSwapped
  }
}
