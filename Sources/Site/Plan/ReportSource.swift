import Reports

/// What is read of a yearly report besides its front matter.
public struct ReportSource: Sendable {
  public let text: ReportText
  /// The file its numbers are in, where `统计` names one.
  public let sheet: Sheet?

  public struct Sheet: Sendable {
    public let path: String
    public let bytes: [UInt8]

    public init(path: String, bytes: [UInt8]) {
      self.path = path
      self.bytes = bytes
    }
  }

  public init(text: ReportText, sheet: Sheet?) {
    self.text = text
    self.sheet = sheet
  }
}
