import Diagnostics
import Disclosure
import Glibc
import Site

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
  private let source: String
  private let organs: [Organ]

  init(source: String, organs: [Organ]) throws(MachineFailure) {
    self.source = source
    self.organs = organs
    guard Disk.isDirectory("\(source)/content") else { return }
    try walk("content")
  }

  private mutating func walk(_ folder: String) throws(MachineFailure) {
    var entries: [(name: String, mode: mode_t, stamp: FileStamp)] = []
    try Disk.forEachEntry(of: "\(source)/\(folder)") { name, info in
      // Hidden files and editors' backups are nobody's content.
      guard name.first != UInt8(ascii: "."), name.last != UInt8(ascii: "~") else { return }
      entries.append((String(decoding: name, as: UTF8.self), info.st_mode & S_IFMT, FileStamp(info)))
    }
    entries.sort { $0.name.precedesByBytes($1.name) }
    // All documents of a folder have one place.
    let place = DocumentPlace(path: "\(folder)/a.md".droppingContentFolder, organs: organs)
    for (name, mode, stamp) in entries {
      let path = "\(folder)/\(name)"
      switch mode {
      case S_IFDIR: try walk(path)
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

extension String {
  fileprivate var droppingContentFolder: String { String(utf8.dropFirst("content/".utf8.count)) ?? self }
}

extension DiagnosticKind {
  static let symbolicLink = DiagnosticKind(
    "source.symbolic-link", .error, zh: "符号链接或特殊文件", en: "symbolic link or special file",
    remedy: Text(zh: "把文件本身复制到这里", en: "copy the file itself here"))
}
