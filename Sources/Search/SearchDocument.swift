import Archive

/// What an index is made of.
public protocol SearchContent: Sendable {
  var entries: [SearchEntry] { get }
  /// What an entry shows beside its title and date, by its place in `entries`; called from any worker.
  func document(_ position: Int) -> SearchDocument
  /// Answers the texts in UTF-8, paragraphs separated by line feeds, for one worker: those that are not as they were.
  func texts() -> (_ position: Int) throws -> [UInt8]
}

/// What fixes an entry's place in the index, known before its text is rendered.
public struct SearchEntry: Sendable, Hashable {
  /// The entry's lasting name, such as its index number; unique. Ids hang on it, so an index survives new entries.
  public var key: String
  /// `YYYY-MM-DD`, or empty where an entry has no date.
  public var date: String
  public var title: String

  public init(key: String, date: String, title: String) {
    self.key = key
    self.date = date
    self.title = title
  }
}

/// One entry as the reader may find it, but for its text: that takes long to render, and is asked for where it changed.
public struct SearchDocument: Sendable {
  /// The page, relative to the site's root: `d/X.html`.
  public var url: String
  /// Document number and index number: found and ranked as the title is.
  public var numbers: [String]
  /// Of the text. A phrase is found across its paragraphs.
  public var text: Fingerprint
  /// Shown with each result.
  public var publisher: String
  /// Names and values readers may filter by; a name may occur several times. The year is taken from the date.
  /// An entry without any is not listed by a year alone, without a query.
  public var facets: [Facet]

  public struct Facet: Sendable, Hashable {
    public var name: String
    public var value: String

    public init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  public init(
    url: String, numbers: [String], text: Fingerprint, publisher: String = "", facets: [Facet] = []
  ) {
    self.url = url
    self.numbers = numbers
    self.text = text
    self.publisher = publisher
    self.facets = facets
  }

  /// Of everything that result texts and passages are made of.
  func fingerprint(_ entry: SearchEntry) -> Fingerprint {
    var all = text
    for field in [url, entry.title, entry.date, publisher] + numbers { all.add(field) }
    return all
  }
}

/// What an office may decide about its index.
public struct SearchOptions: Sendable {
  /// Words that are looked up together, such as 社保 and 社会保险. None unless the office gives a file of them.
  public var synonyms: [[String]]
  /// Whether traditional characters find simplified text and the reverse.
  public var foldsTraditional: Bool

  public init(synonyms: [[String]] = [], foldsTraditional: Bool = true) {
    self.synonyms = synonyms
    self.foldsTraditional = foldsTraditional
  }
}
