public import Bytes

/// A page's template, compiled for one shape of model. Any number of threads may render it at once.
public final class Template: Sendable {
  /// The name it was compiled by.
  public let name: String
  /// The shape every page must have.
  public let shape: ModelShape
  private let context: ModelShape
  let program: Program

  init(name: String, context: ModelShape, shape: ModelShape, program: Program) {
    self.name = name
    self.context = context
    self.shape = shape
    self.program = program
  }

  /// Appends the page to `buffer`.
  @inlinable
  public func render<Page: TemplateModel>(
    _ page: consuming Page, in context: TemplateContext, into buffer: inout ByteBuffer
  ) {
    render(TemplateObjects([page]), in: context, into: &buffer)
  }

  /// - Precondition: the page and the context have the very shapes the template was compiled for; slots mean nothing in
  ///   others.
  public func render(_ page: TemplateObjects, in context: TemplateContext, into buffer: inout ByteBuffer) {
    precondition(
      page.shape === shape && context.shape === self.context, "template “\(name)” is compiled for another shape")
    Renderer(self, context: context, page: page, with: context.parts(of: self)).render(into: &buffer)
  }
}
