/// What a document is, which follows from the folder it lies in.
public enum DocumentKind: String, Sendable, CaseIterable {
  /// 政府信息公开指南
  case guide
  /// 政府信息公开制度
  case rule
  /// 法定主动公开内容
  case entry
  /// 政府信息公开工作年度报告
  case report
  /// 依申请公开
  case apply
  /// A plain page, such as the accessibility statement.
  case page

  /// Its place among all kinds.
  var ordinal: Int {
    switch self {
    case .guide: 0
    case .rule: 1
    case .entry: 2
    case .report: 3
    case .apply: 4
    case .page: 5
    }
  }

  /// The folder below `content/`.
  public var folder: String {
    switch self {
    case .guide: "guide"
    case .rule: "rules"
    case .entry: "catalog"
    case .report: "reports"
    case .apply: "apply"
    case .page: "pages"
    }
  }

  /// The column's official name (国办公开办函〔2019〕61号).
  public var label: String {
    switch self {
    case .guide: "政府信息公开指南"
    case .rule: "政府信息公开制度"
    case .entry: "法定主动公开内容"
    case .report: "政府信息公开工作年度报告"
    case .apply: "依申请公开"
    case .page: "本站说明"
    }
  }

  /// The kind of a document at `path`, relative to `content/`; `nil` outside the known folders.
  public init?(path: String) {
    let folder = path.prefix { $0 != "/" }
    guard folder.count < path.count, let kind = Self.allCases.first(where: { $0.folder == folder }) else { return nil }
    self = kind
  }

  /// The columns that every platform has (国办公开办函〔2019〕61号).
  public static let fixedColumns: [DocumentKind] = [.guide, .rule, .entry, .report]

  /// Whether an organ's folder holds such documents too; plain pages are the whole site's.
  public var isColumn: Bool { self != .page }

  /// Fields without which a document of this kind is an error.
  public var required: [DocumentField] {
    switch self {
    case .entry:
      [.title, .indexNumber, .publisher, .dateCreated, .datePublished, .theme, .genre, .disclosure, .validity, .review]
    case .report: [.title, .reportYear]
    case .guide, .rule, .apply, .page: [.title]
    }
  }
}

/// Where a document belongs, which follows from the folders it lies in.
public struct DocumentPlace: Sendable, Hashable {
  public let kind: DocumentKind
  /// Among the site's organs; `nil` in the site's own folders.
  @Ordinal public private(set) var organ: Int?

  public init(_ kind: DocumentKind, organ: Int? = nil) {
    self.kind = kind
    self.organ = organ
  }

  /// The place of a document at `path`, relative to `content/`; `nil` outside the known folders.
  public init?(path: String, organs: [Organ]) {
    if let kind = DocumentKind(path: path) {
      self.init(kind)
      return
    }
    let code = path.prefix { $0 != "/" }
    guard let organ = organs.firstIndex(where: { $0.code == code }),
      let kind = DocumentKind(path: String(path.dropFirst(code.count + 1))), kind.isColumn
    else { return nil }
    self.init(kind, organ: organ)
  }
}
