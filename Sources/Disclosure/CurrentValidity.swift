import Chronology
import Taxonomy

/// Why a document's validity is not what its front matter says.
public struct ValidityChange: Sendable {
  public enum Reason: Sendable, Hashable {
    /// Its 废止日期 has come.
    case repealed(CivilDate)
    /// Its 有效期至 has passed.
    case expired(CivilDate)
    /// Another document, by its position in the catalog, repeals or replaces it.
    case ended(by: Int)
    /// Its 生效日期 has not come yet.
    case notYetInForce(CivilDate)
    /// Its 生效日期 has come.
    case inForce(since: CivilDate)
  }

  /// The term in the front matter.
  public let declared: Int
  /// The term that holds.
  public let current: Int
  public let reason: Reason
}

/// Whether documents are in force, as their dates and other documents have it.
///
/// A mark of 废止 or 失效 stands; any other ages as days pass and newer documents come.
struct CurrentValidity {
  private let vocabulary: Vocabulary
  /// By term: whether documents marked so are or may come in force.
  private let isLive: [Bool]
  private let documents: [Document]
  private let facts: [DocumentFacts]
  private let today: CivilDate?
  /// By index number: who repeals or replaces it, in the catalog's order.
  private var endings: [String: [Int]] = [:]

  /// - Parameter today: without it dates are not judged, only relations.
  init?(_ documents: [Document], _ facts: [DocumentFacts], _ taxonomy: Taxonomy, today: CivilDate?) {
    guard let vocabulary = taxonomy["validity"] else { return nil }
    self.vocabulary = vocabulary
    isLive = vocabulary.terms.map { ["in-force", "amended", "partly-in-force", "pending"].contains($0.code) }
    (self.documents, self.facts) = (documents, facts)
    self.today = today
    for i in facts.indices where facts[i].hasRelations {
      for relation in documents[i].relations where relation.kind.endsTarget {
        endings[relation.target.value, default: []].append(i)
      }
    }
  }

  func change(at position: Int) -> ValidityChange? {
    let own = facts[position]
    guard let declared = own.validity, isLive[declared],
      own.takesEffect || own.dateEnded != nil || isNamedAsEnded(position),
      let (code, reason) = reason(at: position, documents[position]),
      let current = vocabulary.terms.firstIndex(where: { $0.code == code }), current != declared
    else { return nil }
    return ValidityChange(declared: declared, current: current, reason: reason)
  }

  /// Whether another document says that it repeals or replaces this one.
  private func isNamedAsEnded(_ position: Int) -> Bool {
    !endings.isEmpty && documents[position].indexNumber.map { endings[$0] != nil } ?? false
  }

  private func reason(at position: Int, _ document: Document) -> (code: String, reason: ValidityChange.Reason)? {
    if let today, let date = document.dateRepealed, date <= today { return ("repealed", .repealed(date)) }
    if let today, let date = document.validThrough, date < today { return ("lapsed", .expired(date)) }
    if let number = document.indexNumber, let other = endings[number]?.first(where: { ends(position, $0) }) {
      return ("repealed", .ended(by: other))
    }
    guard let today, let date = document.dateEffective else { return nil }
    if date > today { return ("pending", .notYetInForce(date)) }
    let isPending = document.validity.map { vocabulary.terms[$0].code } == "pending"
    return isPending ? ("in-force", .inForce(since: date)) : nil
  }

  /// Whether a document that says it repeals or replaces another has done so: it is no older, and in effect.
  private func ends(_ position: Int, _ other: Int) -> Bool {
    let (old, new) = (documents[position], documents[other])
    guard position != other, !new.isOlder(than: old) else { return false }
    if let today, let start = new.dateEffective ?? new.date { return start <= today }
    return new.validity.map { vocabulary.terms[$0].code } != "pending"
  }
}

extension Document {
  /// Whether it was signed before another one; unknown days are not before any.
  public func isOlder(than other: Document) -> Bool {
    guard let mine = self.dateCreated ?? self.date, let others = other.dateCreated ?? other.date else { return false }
    return mine < others
  }
}
