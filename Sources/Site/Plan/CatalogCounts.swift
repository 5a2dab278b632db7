import Diagnostics
import Disclosure
import Reports

/// What the catalog itself knows of the numbers that a yearly report declares: an organ's normative documents.
struct CatalogCounts {
  /// 制发, 废止, 现行有效 at the end of the year; positions in the catalog.
  let made, repealed, inForce: [Int]
  /// Whether the catalog has any of the organ's normative documents; where it has none, it knows nothing.
  let isKnown: Bool

  /// - Parameter organ: the ordinal of the organ among the publishers.
  init(_ catalog: Catalog, organ: Int?, year: Int) {
    let taxonomy = catalog.settings.taxonomy
    let genres = taxonomy["genre"]?.terms.map(\.name) ?? []
    let ended = Set(
      ["lapsed", "repealed"].compactMap { code in taxonomy["validity"]?.terms.firstIndex { $0.code == code } })
    let category = taxonomy["statutory"]?.terms.firstIndex { $0.code == "regulations" }
    let own = catalog[.entry].filter { position in
      guard organ != nil, catalog.facts[position].publisher == organ else { return false }
      let document = catalog.documents[position]
      let genre = document.genre.map { genres[$0] } ?? ""
      let isNormative = genre.contains("规范性文件") || category.map { document.statutory.contains($0) } ?? false
      return isNormative && !["法律", "法规", "规章", "司法解释"].contains { genre.contains($0) }
    }
    let created = { (position: Int) in catalog.documents[position].dateCreated?.year }
    let repealedIn = { (position: Int) in catalog.documents[position].dateRepealed?.year }
    isKnown = !own.isEmpty
    made = own.filter { created($0) == year }
    repealed = own.filter { repealedIn($0) == year }
    inForce = own.filter { position in
      guard let from = created(position), from <= year else { return false }
      if let end = repealedIn(position) { return end > year }
      return !(catalog.documents[position].validity.map { ended.contains($0) } ?? false)
    }
  }

  /// By the series they are declared under.
  var bySeries: [(series: String, positions: [Int])] {
    isKnown ? [("normative.made", made), ("normative.repealed", repealed), ("normative.in_force", inForce)] : []
  }

  /// Notes where a declared number is another than the catalog's.
  func check(_ statistics: ReportStatistics, _ catalog: Catalog) -> [Diagnostic] {
    bySeries.compactMap { series, positions in
      guard let declared = statistics.cell(of: series), declared.value != ReportNumber(positions.count) else {
        return nil
      }
      let notes = positions.prefix(3).map { position in
        let document = catalog.documents[position]
        return Diagnostic.Note(
          zh: "目录里有《\(document.title)》", en: "the catalog has “\(document.title)”",
          at: document.span(.title))
      }
      return Diagnostic(
        .reportCatalogCount, at: declared.span,
        zh: "\(declared.name)填 \(declared.value) 件，目录里这一机关的是 \(positions.count) 件",
        en: "\(declared.name) is given as \(declared.value); by the catalog it is \(positions.count)", notes: notes,
        fixes: [.init(zh: "核对报告，或者补录目录", en: "check the report, or complete the catalog")])
    }
  }
}

extension DiagnosticKind {
  static let reportCatalogCount = DiagnosticKind(
    "report.catalog-count", .note, zh: "报告的件数与目录不一致", en: "a number of documents differs from the catalog")
}
