/// What many pages have in common: an object whose names templates find beside the page's own.
///
/// The parts of a template that follow from the context alone, such as a site's header and footer, are rendered once and
/// copied into every further page, and so are items that several lists have. Only one thread may use a context.
public final class TemplateContext {
  let objects: TemplateObjects
  /// What its names stand for, by slot, as far as they have been asked for.
  // Both are asked for and added to by one thread, and by nothing that an answer waits for.
  @exclusivity(unchecked) private var values: [TemplateObjects??]
  @exclusivity(unchecked) private var rendered: [ObjectIdentifier: RenderedParts] = [:]
  private let recent: RecentItems

  var shape: ModelShape { objects.shape }

  /// - Parameter recent: what contexts of one thread keep of lists, which then takes no more memory than that of one.
  @inlinable
  public convenience init<Model: TemplateModel>(_ model: Model, recent: RecentItems = RecentItems()) {
    self.init(TemplateObjects([model]), recent: recent)
  }

  @usableFromInline
  init(_ objects: TemplateObjects, recent: RecentItems) {
    self.objects = objects
    self.recent = recent
    values = Array(repeating: nil, count: objects.shape.fields.count)
  }

  /// The object that a name stands for, if there is one.
  func object(at slot: Int) -> TemplateObjects? {
    if let known = values[slot] { return known }
    let object = objects.object(at: slot)
    values[slot] = .some(object)
    return object
  }

  /// What is known of a template, to be added to.
  func parts(of template: Template) -> RenderedParts {
    let key = ObjectIdentifier(template)
    if let known = rendered[key] { return known }
    let parts = RenderedParts(of: template.program, recent)
    rendered[key] = parts
    return parts
  }
}
