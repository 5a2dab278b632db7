/// What many pages have in common: an object whose names templates find beside the page's own.
///
/// The parts of a template that follow from the context alone, such as a site's header and footer, are rendered once and
/// copied into every further page. Only one thread may use a context.
public final class TemplateContext {
  let objects: TemplateObjects
  /// By template, the parts rendered so far.
  private var fragments: [ObjectIdentifier: [[UInt8]?]] = [:]

  var shape: ModelShape { objects.shape }

  @inlinable
  public convenience init<Model: TemplateModel>(_ model: Model) { self.init(TemplateObjects([model])) }

  @usableFromInline
  init(_ objects: TemplateObjects) { self.objects = objects }

  /// The fragments of a template, taken out so that they can be added to in place.
  func takeFragments(of template: Template, count: Int) -> [[UInt8]?] {
    fragments.updateValue([], forKey: ObjectIdentifier(template)) ?? Array(repeating: nil, count: count)
  }

  func keep(_ rendered: [[UInt8]?], of template: Template) { fragments[ObjectIdentifier(template)] = rendered }
}
