/// The part of a catalog that one organ answers for, or the site's host where no organ does.
public struct CatalogSection: Sendable {
  /// `nil` for what lies in no organ's folder.
  public let organ: Organ?
  /// By the place of each kind among all: every page asks, and a dictionary would look at the kinds' names.
  private let positions: [[Int]]

  init(_ organ: Organ?, _ positions: [DocumentKind: [Int]]) {
    self.organ = organ
    self.positions = DocumentKind.allCases.map { positions[$0] ?? [] }
  }

  /// Positions in the catalog, in its order.
  public subscript(kind: DocumentKind) -> [Int] { positions[kind.ordinal] }

  /// Where its documents lie, relative to the site's folder.
  public var folder: String { organ.map { "content/\($0.code)" } ?? "content" }

  /// Whether none of the columns has a document.
  var isEmpty: Bool { DocumentKind.allCases.allSatisfy { $0 == .page || self[$0].isEmpty } }
}
