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
    let listings = pool.map(content.count, chunk: 1, state: {}) { Listing(content[$1], organs: organs) }
    walk("content", Dictionary(zip(content.map(\.path), listings), uniquingKeysWith: { first, _ in first }))
  }

  /// What lies in a folder, in the order of the names.
  fileprivate struct Listing: Sendable {
    enum Item: Sendable {
      /// Files that stand next to each other.
      case documents([DocumentFile])
      /// In no folder where there can be documents.
      case stray(String)
      case attachment(AttachmentFile)
      case folder(String)
      case link(String)
      /// Neither a file nor a folder.
      case special(String)
    }

    private(set) var items: [Item] = []

    init(_ folder: FileTree.Folder, organs: [Organ]) {
      // Hidden files and editors' backups are nobody's content.
      let entries = folder.entries.filter { entry in
        let name = folder.name(of: entry)
        return name.first != UInt8(ascii: ".") && name.last != UInt8(ascii: "~")
      }
      // All documents of a folder have one place.
      let place = DocumentPlace(path: "\(folder.path)/a.md".droppingContentFolder, organs: organs)
      var documents: [DocumentFile] = []
      for entry in folder.sorted(entries) {
        let path = folder.path(of: entry)
        if entry.type == S_IFREG, path.hasSuffix(".md"), let place {
          documents.append(DocumentFile(path: path, place: place, stamp: entry.stamp))
          continue
        }
        if !documents.isEmpty { items.append(.documents(documents)) }
        documents = []
        items.append(Item(path, entry.type, entry.stamp))
      }
      if !documents.isEmpty { items.append(.documents(documents)) }
    }
  }

  private mutating func walk(_ path: String, _ folders: [String: Listing]) {
    for item in folders[path]?.items ?? [] {
      switch item {
      case .documents(let files): documents += files
      case .stray(let path): diagnostics.append(unknownFolder(path))
      case .attachment(let file): attachments.append(file)
      case .folder(let path): walk(path, folders)
      case .link(let path):
        diagnostics.append(
          Diagnostic(
            .symbolicLink, at: SourceSpan(path: path), zh: "这是符号链接；为免公开文件夹之外的内容，请放入文件本身",
            en: "this is a symbolic link; put the file itself here, so that nothing outside can be published"))
      case .special(let path):
        diagnostics.append(
          Diagnostic(
            .symbolicLink, at: SourceSpan(path: path), zh: "这不是普通文件，请移走", en: "this is not a regular file; move it away"
          ))
      }
    }
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

extension Scan.Listing.Item {
  /// What is no document.
  fileprivate init(_ path: String, _ type: mode_t, _ stamp: FileStamp) {
    switch type {
    case S_IFDIR: self = .folder(path)
    case S_IFREG where path.hasSuffix(".md"): self = .stray(path)
    case S_IFREG: self = .attachment(AttachmentFile(path: path, size: stamp.size, state: stamp.fingerprint))
    case S_IFLNK: self = .link(path)
    default: self = .special(path)
    }
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
