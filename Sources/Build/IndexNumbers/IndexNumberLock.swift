import Diagnostics
import Disclosure

/// The index numbers that have been made public, in `index-numbers.txt` beside `site.yml`.
///
/// A published number never changes and is never given to another document (政府信息公开目录系统实施指引（试行）).
/// A document is known again by its file or by its title and date, so that renaming the file keeps its number.
public struct IndexNumberLock: Sendable {
  static let path = "index-numbers.txt"

  struct Entry: Sendable {
    let number: String
    /// The start of the SHA-256 of the document's title and date, in hexadecimal digits.
    let digest: String
    let path: String
    /// Where the line stands in `index-numbers.txt`.
    var range = ByteRange(0, 0)
  }

  private(set) var entries: [String: Entry] = [:]

  init(_ entries: [Entry]) {
    for entry in entries { self.entries[entry.number] = entry }
  }

  /// The numbers a catalog makes public now.
  init(_ catalog: Catalog) {
    self.init(
      catalog.documents.compactMap { document in
        document.indexNumber.map { Entry(number: $0, digest: Self.digest(document), path: document.path) }
      })
  }

  /// Every number ever made public.
  public var numbers: [String] { entries.keys.sorted() }

  /// With the numbers of `other`, which says where their documents are now.
  func merging(_ other: IndexNumberLock) -> IndexNumberLock {
    var merged = self
    merged.entries.merge(other.entries) { $1 }
    return merged
  }

  /// Numbers that were changed, given to another document, or are not recorded yet.
  func check(_ catalog: Catalog) -> [Diagnostic] {
    var published: [String: Document] = [:]
    for document in catalog.documents {
      if let number = document.indexNumber, published[number] == nil { published[number] = document }
    }
    let reused = published.values.filter { document in
      document.indexNumber.flatMap { entries[$0] }.map { !isSame(document, $0) } ?? false
    }
    let gone = entries.values.filter { published[$0.number] == nil }.sorted { $0.number < $1.number }
    let unlocked = catalog.documents.filter { document in
      document.indexNumber.map { entries[$0] == nil } ?? false
    }
    return reused.map(Self.reused) + changed(gone, among: unlocked) + Self.unlocked(unlocked.count)
  }

  private func isSame(_ document: Document, _ entry: Entry) -> Bool {
    document.path == entry.path || Self.digest(document) == entry.digest
  }

  /// Documents without a recorded number that are one whose number is gone.
  private func changed(_ gone: [Entry], among documents: [Document]) -> [Diagnostic] {
    guard !gone.isEmpty else { return [] }
    let byPath = Dictionary(gone.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    let byDigest = Dictionary(gone.map { ($0.digest, $0) }, uniquingKeysWith: { first, _ in first })
    return documents.compactMap { document in
      guard let entry = byPath[document.path] ?? byDigest[Self.digest(document)] else { return nil }
      let note = Diagnostic.Note(
        zh: "公布时的编号记在这里", en: "the number it was published under", at: SourceSpan(path: Self.path, range: entry.range))
      return Diagnostic(
        .changedIndexNumber, at: document.span(.indexNumber), zh: "已经公布的索引号“\(entry.number)”改了，公布后的索引号不能改变",
        en: "the index number was published as “\(entry.number)”, and published numbers never change", notes: [note],
        fixes: [
          .init(zh: "改回“\(entry.number)”", en: "write “\(entry.number)” again", replacement: entry.number),
          .init(zh: "确是另一份文件的，换一个文件名", en: "if it is another document, give its file another name"),
        ])
    }
  }

  private static func reused(_ document: Document) -> Diagnostic {
    Diagnostic(
      .reusedIndexNumber, at: document.span(.indexNumber), zh: "这个索引号公布时属于另一份文件，用过的索引号不能再用",
      en: "this index number was published for another document and cannot be used again",
      fixes: [
        .init(
          zh: "用 gongkai new entry 另编一个；确是同一份文件的，删去 \(path) 里这个编号的一行",
          en:
            "take the next one from gongkai new entry; if it is the same document, remove the number's line from \(path)"
        )
      ])
  }

  private static func unlocked(_ count: Int) -> [Diagnostic] {
    guard count > 0 else { return [] }
    return [
      Diagnostic(
        .unlockedIndexNumber, at: SourceSpan(path: path), zh: "有 \(count) 个公开的索引号还没有记入",
        en: "\(count) index numbers that are public are not recorded",
        fixes: [
          .init(zh: "发布后运行 gongkai lock，随内容一起提交", en: "run gongkai lock once they are published, and commit the file")
        ])
    ]
  }

  private static func digest(_ document: Document) -> String {
    let date = document.dateCreated?.description ?? ""
    return String(SHA256.hexadecimal(Array("\(document.title)\n\(date)".utf8)).prefix(16))
  }
}

extension DiagnosticKind {
  static let changedIndexNumber = DiagnosticKind(
    "index-number.changed", .error, zh: "已经公布的索引号改了", en: "a published index number was changed")
  static let reusedIndexNumber = DiagnosticKind(
    "index-number.reused", .error, zh: "索引号属于另一份文件", en: "the index number is another document's")
  static let unlockedIndexNumber = DiagnosticKind(
    "index-number.unlocked", .note, zh: "公开的索引号没有记入", en: "public index numbers are not recorded")
  static let malformedLock = DiagnosticKind(
    "index-number.lock", .error, zh: "索引号的记录读不懂", en: "the record of index numbers cannot be read")
}
