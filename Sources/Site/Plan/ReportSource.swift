import Reports

/// What is read of a yearly report besides its front matter.
public struct ReportSource: Sendable {
  public let text: ReportText

  public init(text: ReportText) { self.text = text }
}
