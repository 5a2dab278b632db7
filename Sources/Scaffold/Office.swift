import Disclosure

/// What a new site has to know of the office whose information it discloses.
public struct Office: Sendable {
  /// 机关全称
  public var name: String
  /// Where the site will be published; with a trailing slash.
  public var baseURL: String
  /// 机构代码: what its index numbers start with.
  public var code: String
  /// 网站标识码
  public var siteCode: String?
  public var departments: [String]
  /// What Article 12 asks the guide to name, as far as it is known.
  public var contact: [ContactField: String]

  public init(
    name: String, baseURL: String, code: String, siteCode: String?, departments: [String],
    contact: [ContactField: String]
  ) {
    self.name = name
    self.baseURL = baseURL.hasSuffix("/") ? baseURL : baseURL + "/"
    self.code = code
    self.siteCode = siteCode
    self.departments = departments
    self.contact = contact
  }
}
