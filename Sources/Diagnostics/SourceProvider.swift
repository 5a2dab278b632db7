/// Gives the printers the text of a source file by its path.
///
/// Answers `nil` for a file that cannot be read, and for a withheld document, whose lines must not be quoted.
public struct SourceProvider: Sendable {
  private let read: @Sendable (String) -> [UInt8]?

  public init(_ read: @escaping @Sendable (String) -> [UInt8]?) { self.read = read }

  public func text(of path: String) -> SourceText? { read(path).map(SourceText.init) }
}
