import Diagnostics

/// Findings in old content that an office knows of and is not asked about again: `baseline.txt` beside `site.yml`.
///
/// A finding is known by its rule, its file and the text it points at, not by its line, so that edits elsewhere in
/// the file leave it known. Of equal findings as many are known as were when the baseline was written.
public struct Baseline: Sendable {
  static let path = "baseline.txt"

  struct Fingerprint: Hashable, Comparable, Sendable {
    let path: String
    let rule: String
    /// The start of the SHA-256 of the text at fault, in hexadecimal digits.
    let digest: String

    static func < (a: Fingerprint, b: Fingerprint) -> Bool {
      (a.path, a.rule, a.digest) < (b.path, b.rule, b.digest)
    }
  }

  struct Line: Sendable {
    var count: Int
    /// Where the line stands in `baseline.txt`.
    var range = ByteRange(0, 0)
  }

  private(set) var lines: [Fingerprint: Line] = [:]

  /// Of all `diagnostics` that may be silenced; gates may not.
  public init(of diagnostics: [Diagnostic], sources: SourceProvider) {
    var reader = FingerprintReader(sources)
    for diagnostic in diagnostics {
      if let fingerprint = reader.fingerprint(of: diagnostic) { lines[fingerprint, default: Line(count: 0)].count += 1 }
    }
  }

  init(_ lines: [Fingerprint: Line]) { self.lines = lines }

  /// How many findings it silences.
  public var count: Int { lines.values.reduce(0) { $0 + $1.count } }

  /// What is left of diagnostics once the known ones are taken out.
  struct Remainder {
    var diagnostics: [Diagnostic] = []
    /// How many were taken out.
    var known = 0
    /// For lines of the baseline that nothing answers to any more.
    var stale: [Diagnostic] = []
  }

  func remainder(of diagnostics: [Diagnostic], sources: SourceProvider) -> Remainder {
    var reader = FingerprintReader(sources)
    var left = lines
    var remainder = Remainder()
    for diagnostic in diagnostics.sorted() {
      if let fingerprint = reader.fingerprint(of: diagnostic), let line = left[fingerprint], line.count > 0 {
        left[fingerprint]?.count -= 1
        remainder.known += 1
      } else {
        remainder.diagnostics.append(diagnostic)
      }
    }
    remainder.stale = left.filter { $0.value.count > 0 }.sorted { $0.key < $1.key }.map { Self.stale($0, $1) }
    return remainder
  }

  private static func stale(_ fingerprint: Fingerprint, _ line: Line) -> Diagnostic {
    Diagnostic(
      .staleBaseline, at: SourceSpan(path: path, range: line.range),
      zh: "\(fingerprint.path) 里已经没有这一行所说的 \(fingerprint.rule)",
      en: "\(fingerprint.path) no longer has the \(fingerprint.rule) of this line",
      fixes: [
        .init(zh: "运行 gongkai check --write-baseline 更新", en: "bring it up to date: gongkai check --write-baseline")
      ])
  }
}

/// Reads each file once while fingerprints of sorted diagnostics are taken.
private struct FingerprintReader {
  private let sources: SourceProvider
  private var path = ""
  private var text: SourceText?

  init(_ sources: SourceProvider) { self.sources = sources }

  /// `nil` for what no baseline may silence.
  mutating func fingerprint(of diagnostic: Diagnostic) -> Baseline.Fingerprint? {
    guard !diagnostic.kind.hasFixedLevel, let span = diagnostic.span, span.path != Baseline.path else { return nil }
    if span.path != path {
      path = span.path
      text = sources.text(of: path)
    }
    let digest = SHA256.digest(of: Array(text?.quote(span.range) ?? [])).description
    return Baseline.Fingerprint(path: path, rule: diagnostic.id, digest: String(digest.prefix(16)))
  }
}
