/// The form of a site's index numbers (索引号), as `site.yml` states it.
///
/// A pattern is literal text with fields in braces:
///
/// | field | stands for |
/// |---|---|
/// | `{org}` | organization code, GB 11714, 9 characters |
/// | `{credit}` | unified credit code, GB 32100, 18 characters |
/// | `{unit:N}` | any N digits, capital letters or hyphens, unchecked: codes of a local scheme |
/// | `{year}` | four digits, 1949 to 2099 |
/// | `{month}` | two digits, 01 to 12 |
/// | `{serial:N}` | N digits, 1 to 9 of them |
public struct IndexNumberPattern: Sendable, Hashable, CustomStringConvertible {
  enum Field: Sendable, Hashable {
    case literal(String)
    case organization
    case credit
    case unit(Int)
    case year
    case month
    case serial(Int)
  }

  /// Why a pattern cannot be used.
  public enum Mistake: Error, Sendable, Hashable {
    /// A brace without its partner.
    case unclosedBrace
    /// A field that is not in the table, or one without its width.
    case unknownField(String)
    /// A pattern needs `{year}` and `{serial:N}` once each, and no field twice.
    case missingField(String)
    case repeatedField(String)
  }

  /// As it was written.
  public let description: String
  let fields: [Field]

  /// `000014349/2017-00110`: organization code, year, serial of five digits
  /// (政府信息公开目录系统实施指引（试行）, part 2).
  public static let national = IndexNumberPattern(
    description: "{org}/{year}-{serial:5}",
    fields: [.organization, .literal("/"), .year, .literal("-"), .serial(5)])

  /// Whether numbers say whose they are, by an organization's code or a local one.
  public var hasUnit: Bool {
    fields.contains { field in
      switch field {
      case .organization, .credit, .unit: true
      default: false
      }
    }
  }

  public var hasMonth: Bool { fields.contains(.month) }

  private init(description: String, fields: [Field]) {
    self.description = description
    self.fields = fields
  }

  public init(_ text: String) throws(Mistake) {
    var fields: [Field] = []
    var names: Set<Substring> = []
    var rest = text[...]
    while let brace = rest.firstIndex(where: { $0 == "{" || $0 == "}" }) {
      if brace > rest.startIndex { fields.append(.literal(String(rest[..<brace]))) }
      guard rest[brace] == "{", let end = rest[brace...].firstIndex(of: "}") else { throw .unclosedBrace }
      let field = rest[rest.index(after: brace)..<end]
      let name = field.prefix { $0 != ":" }
      guard names.insert(name).inserted else { throw .repeatedField(String(name)) }
      fields.append(try Self.field(field))
      rest = rest[rest.index(after: end)...]
    }
    if !rest.isEmpty { fields.append(.literal(String(rest))) }
    for name in ["year", "serial"] where !names.contains(name[...]) { throw .missingField(name) }
    self.init(description: text, fields: fields)
  }

  private static func field(_ text: Substring) throws(Mistake) -> Field {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    let width = parts.count == 2 ? Int(parts[1]) : nil
    switch (parts[0], parts.count, width) {
    case ("org", 1, _): return .organization
    case ("credit", 1, _): return .credit
    case ("year", 1, _): return .year
    case ("month", 1, _): return .month
    case ("unit", _, let width?) where (1...32).contains(width): return .unit(width)
    case ("serial", _, let width?) where (1...9).contains(width): return .serial(width)
    default: throw .unknownField(String(text))
    }
  }
}
