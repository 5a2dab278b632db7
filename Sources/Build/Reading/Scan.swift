import Diagnostics
import Disclosure
import Glibc
import Site
import Workers

/// The files below `content/`, in the order of their paths.
struct Scan {
  struct DocumentFile: Sendable {
    let path: String
    let place: DocumentPlace
    let stamp: FileStamp
  }

  private(set) var documents: [DocumentFile] = []
  private(set) var attachments: [AttachmentFile] = []
  private(set) var diagnostics: [Diagnostic] = []
  private let organs: [Organ]

  /// - Parameter tree: what lies in the site's folder, where that has been looked at.
  init(source: String, _ tree: FileTree?, organs: [Organ], pool: WorkerPool) throws(MachineFailure) {
    self.organs = organs
    var folders = tree?.byPath ?? [:]
    // Not there, or a link.
    if folders["content"] == nil, Disk.isDirectory("\(source)/content") {
      folders = try FileTree(of: source, from: "content", pool: pool).byPath
    }
    let content = folders.values.filter { $0.path == "content" || $0.path.hasPrefix("content/") }
    let listings = pool.map(content.count, chunk: 1, state: {}) { Listing(content[$1]) }
    walk("content", Dictionary(zip(content.map(\.path), listings), uniquingKeysWith: { first, _ in first }))
  }

  /// What lies in a folder, in the order of the names.
  private struct Listing: Sendable {
    let entries: [(path: String, type: mode_t, stamp: FileStamp)]

    init(_ folder: FileTree.Folder) {
      // Hidden files and editors' backups are nobody's content.
      let entries = folder.entries.filter { entry in
        let name = folder.name(of: entry)
        return name.first != UInt8(ascii: ".") && name.last != UInt8(ascii: "~")
      }
      self.entries = folder.sorted(entries).map { (folder.path(of: $0), $0.type, $0.stamp) }
    }
  }

  private mutating func walk(_ path: String, _ folders: [String: Listing]) {
    guard let folder = folders[path] else { return }
    // All documents of a folder have one place.
    let place = DocumentPlace(path: "\(path)/a.md".droppingContentFolder, organs: organs)
    for (path, type, stamp) in folder.entries {
      switch type {
      case S_IFDIR: walk(path, folders)
      case S_IFREG: add(path, stamp, place)
      case S_IFLNK:
        diagnostics.append(
          Diagnostic(
            .symbolicLink, at: SourceSpan(path: path), zh: "这是符号链接；为免公开文件夹之外的内容，请放入文件本身",
            en: "this is a symbolic link; put the file itself here, so that nothing outside can be published"))
      default:
        diagnostics.append(
          Diagnostic(
            .symbolicLink, at: SourceSpan(path: path), zh: "这不是普通文件，请移走", en: "this is not a regular file; move it away"
          ))
      }
    }
  }

  private mutating func add(_ path: String, _ stamp: FileStamp, _ place: DocumentPlace?) {
    guard path.hasSuffix(".md") else {
      attachments.append(AttachmentFile(path: path, size: stamp.size, state: stamp.fingerprint))
      return
    }
    guard let place else {
      diagnostics.append(unknownFolder(path))
      return
    }
    documents.append(DocumentFile(path: path, place: place, stamp: stamp))
  }

  /// A file outside the known folders: in an organ's folder a column is missed, elsewhere a column or an organ.
  private func unknownFolder(_ path: String) -> Diagnostic {
    let parts = path.split(separator: "/").dropFirst().dropLast().map(String.init)
    let columns = DocumentKind.allCases.filter(\.isColumn).map(\.folder)
    if let first = parts.first, organs.contains(where: { $0.code == first }) {
      return unknownFolder(path, in: "content/\(first)/", of: columns, near: parts.dropFirst().first ?? "")
    }
    let folders = DocumentKind.allCases.map(\.folder) + organs.map(\.code)
    var diagnostic = unknownFolder(path, in: "content/", of: folders, near: parts.first ?? "")
    if let code = parts.first, let column = parts.dropFirst().first, columns.contains(column) {
      diagnostic.fixes.append(
        .init(zh: "或者在 site.yml 的“行政机关”里登记代码“\(code)”", en: "or list the code “\(code)” under “行政机关” in site.yml"))
    }
    return diagnostic
  }

  private func unknownFolder(_ path: String, in folder: String, of folders: [String], near word: String) -> Diagnostic {
    Diagnostic(
      .unknownFolder, at: SourceSpan(path: path),
      zh: "文件应放在 \(folder) 的这些文件夹里：\(folders.joined(separator: "、"))",
      en: "documents belong in these folders of \(folder): \(folders.joined(separator: ", "))",
      fixes: NearMiss.best(for: word, among: folders).map { [.didYouMean($0)] } ?? [])
  }
}

extension FileTree {
  fileprivate var byPath: [String: Folder] {
    Dictionary(folders.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
  }
}

extension String {
  fileprivate var droppingContentFolder: String { String(utf8.dropFirst("content/".utf8.count)) ?? self }
}

extension DiagnosticKind {
  static let symbolicLink = DiagnosticKind(
    "source.symbolic-link", .error, zh: "符号链接或特殊文件", en: "symbolic link or special file",
    remedy: Text(zh: "把文件本身复制到这里", en: "copy the file itself here"))
}
