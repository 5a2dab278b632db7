/// A file that the editor is given to go on with.
public struct ScaffoldFile: Sendable, Hashable {
  /// Relative to the site's folder.
  public let path: String
  public let text: String
  public let isExecutable: Bool

  public init(path: String, text: String, isExecutable: Bool = false) {
    self.path = path
    self.text = text
    self.isExecutable = isExecutable
  }
}
