import Diagnostics
import Disclosure
import Glibc
import Rules
import Site
import Workers

/// Masks the personal data in a site's sources: in documents, and in attachments that are plain text.
public struct PersonalDataMasker: Sendable {
  /// What would be done to one file.
  public struct FileChange: Sendable {
    public let path: String
    public let replacements: [PersonalDataReplacement]
    let bytes: [UInt8]

    /// The file's text with every replacement made.
    var masked: [UInt8] {
      var result: [UInt8] = []
      var copied = 0
      for replacement in replacements {
        result += bytes[copied..<replacement.range.lowerBound]
        result += Array((replacement.text ?? "").utf8)
        copied = replacement.range.upperBound
      }
      return result + bytes[copied...]
    }

    /// From 1.
    public func line(of replacement: PersonalDataReplacement) -> Int {
      bytes[..<replacement.range.lowerBound].reduce(1) { $1 == UInt8(ascii: "\n") ? $0 + 1 : $0 }
    }
  }

  public struct Plan: Sendable {
    public fileprivate(set) var changes: [FileChange] = []
    /// Findings that a person must mend: in front matter that would change its meaning.
    public fileprivate(set) var unplaced: [FileChange] = []
    /// Attachments whose text cannot be replaced, such as docx and PDF; they may or may not hold personal data.
    public fileprivate(set) var untouched: [String] = []

    /// How many values would be masked.
    public var count: Int { changes.reduce(0) { $0 + $1.replacements.count } }
  }

  private let options: BuildOptions

  public init(_ options: BuildOptions) { self.options = options }

  /// Looks for what would be masked; nothing is written.
  public func plan() throws -> Plan {
    let reader = SiteReader(
      options: options, pool: WorkerPool(workers: options.jobs), monitor: BuildMonitor(nil))
    let site = try reader.read()
    var plan = Plan()
    for document in site.reads.compactMap(\.document).sorted(by: { $0.path < $1.path }) {
      let bytes = try Disk.read("\(options.source)/\(document.path)")
      let found = bytes.withUnsafeBufferPointer { site.rules.replacements(in: document, bytes: $0) }
      plan.add(found, in: bytes, at: document.path)
    }
    let attachments = AttachmentReader(site, extractsText: true)
    for path in Set(site.plan.allAttachments.map(\.file.path)).sorted() {
      let attachment = try attachments.read(path)
      if let found = site.rules.replacements(in: attachment) {
        plan.add(found, in: attachment.bytes, at: path)
      } else {
        plan.untouched.append(path)
      }
    }
    return plan
  }

  /// Carries a plan out, file by file: each is written beside the old one and takes its place whole.
  ///
  /// - Returns: the files that somebody has changed since the plan was made; these are left alone.
  public func carryOut(_ plan: Plan) throws(MachineFailure) -> [String] {
    var changed: [String] = []
    for change in plan.changes {
      let path = "\(options.source)/\(change.path)"
      guard try Disk.read(path) == change.bytes else {
        changed.append(change.path)
        continue
      }
      try Disk.replace(path, with: change.masked)
    }
    return changed
  }
}

extension PersonalDataMasker.Plan {
  fileprivate mutating func add(_ found: [PersonalDataReplacement], in bytes: [UInt8], at path: String) {
    let placed = found.filter { $0.text != nil }
    if !placed.isEmpty { changes.append(.init(path: path, replacements: placed, bytes: bytes)) }
    let others = found.filter { $0.text == nil }
    if !others.isEmpty { unplaced.append(.init(path: path, replacements: others, bytes: bytes)) }
  }
}
