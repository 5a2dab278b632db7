/// Gives the printers the text of a source file by its path.
///
/// Answers `nil` for a file that cannot be read. Of a withheld document it gives places, but no line to quote.
public struct SourceProvider: Sendable {
  private let withheld: Set<String>
  private let read: @Sendable (String) -> [UInt8]?

  /// - Parameter withheld: paths of the documents that must not be quoted.
  public init(withheld: Set<String> = [], _ read: @escaping @Sendable (String) -> [UInt8]?) {
    self.withheld = withheld
    self.read = read
  }

  /// Whether nothing of a file may be quoted.
  public func isWithheld(_ path: String) -> Bool { withheld.contains(path) }

  public func text(of path: String) -> SourceText? {
    read(path).map { SourceText($0, isWithheld: withheld.contains(path)) }
  }
}
