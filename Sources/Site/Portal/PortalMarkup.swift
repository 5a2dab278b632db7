/// The portal's own header and footer, which surround every page of the column.
public struct PortalMarkup: Sendable {
  public var header: [UInt8]?
  public var footer: [UInt8]?

  public init(header: [UInt8]? = nil, footer: [UInt8]? = nil) {
    self.header = header
    self.footer = footer
  }
}
