import Archive
import Site

/// Takes the files of a site. Its functions may be called from any worker, once for each file.
protocol OutputSink: Sendable {
  /// A file that was made.
  ///
  /// - Parameter path: below the root of the output.
  func put(_ bytes: [UInt8], at path: String, _ label: OutputLabel) throws
  /// A file that was planned, and is made now, piece by piece.
  ///
  /// - Returns: how many bytes it has.
  func put(_ file: OutputFile, _ label: OutputLabel) throws -> Int
  /// Files that the last build made and that stay as they are, by their places in the archive.
  func keep(_ ordinals: [Int])
}

/// What is kept of a file of the output for the next build.
struct OutputLabel: Sendable {
  /// What the file was made of.
  let key: Fingerprint
  /// Of the files made with it, if any.
  var group: Fingerprint?
  /// Of a document's page.
  var findings: PageFindings?
}

/// Hands each file to a function, and keeps nothing.
struct FunctionSink: OutputSink {
  let take: @Sendable (_ path: String, _ bytes: [UInt8]) throws -> Void

  func put(_ bytes: [UInt8], at path: String, _ label: OutputLabel) throws { try take(path, bytes) }

  func put(_ file: OutputFile, _ label: OutputLabel) throws -> Int {
    let bytes = file.bytes
    try take(file.path, bytes)
    return bytes.count
  }

  func keep(_ ordinals: [Int]) {}
}
