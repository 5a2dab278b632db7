import Glibc
import Synchronization

/// Keeps the texts of documents until the search index asks for them, in a file without a name: a hundred thousand
/// texts are too many for memory.
final class TextStore: Sendable {
  private struct Place {
    var offset = 0
    var count = 0
  }

  private let file: Int32
  private let path: String
  private let places = Mutex<(end: Int, byPosition: [Int: Place])>((0, [:]))

  /// - Parameter output: the output folder; the file has its place on the same disk.
  init(beside output: String) throws(MachineFailure) {
    path = Self.path(beside: output)
    file = open(path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw .system(path, doing: "写入", "write") }
    unlink(path)
  }

  deinit { close(file) }

  static func path(beside output: String) -> String { "\(output).gongkai-texts" }

  /// Keeps the text of the document at a position of the catalog.
  func store(_ text: [UInt8], at position: Int) throws(MachineFailure) {
    let offset = places.withLock { places in
      places.byPosition[position] = Place(offset: places.end, count: text.count)
      defer { places.end += text.count }
      return places.end
    }
    try Disk.write(text, to: file, at: offset, path)
  }

  /// The text kept for a position; empty where there is none.
  func text(at position: Int) throws(MachineFailure) -> [UInt8] {
    guard let place = places.withLock({ $0.byPosition[position] }) else { return [] }
    return try Disk.read(file, from: place.offset, count: place.count, path)
  }
}
