/// A page's template, compiled for one shape of model. Any number of threads may render it at once.
public final class Template: Sendable {
  /// The name it was compiled by.
  public let name: String
  /// The shape every root must have.
  public let shape: ModelShape
  private let program: Program

  init(name: String, shape: ModelShape, program: Program) {
    self.name = name
    self.shape = shape
    self.program = program
  }

  /// Appends the page to `buffer`.
  ///
  /// - Precondition: `root` has the very shape the template was compiled for; slots mean nothing in another.
  public func render(_ root: some TemplateObject, into buffer: inout [UInt8]) {
    precondition(root.shape === shape, "template “\(name)” is compiled for another shape")
    var renderer = Renderer(program, root: root)
    renderer.run(into: &buffer)
  }
}
