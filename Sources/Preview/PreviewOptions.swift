import Diagnostics

/// Where and how a preview is served.
public struct PreviewOptions: Sendable {
  /// Of the interface to listen on: this machine alone, unless the editor names another.
  public var host = "127.0.0.1"
  /// The first to try; 0 takes any that is free.
  public var port: UInt16 = 8000
  /// Looks for changes this often instead of being told: network and overlay file systems tell nothing.
  public var poll: Duration?
  public var language = Language.zh

  public init() {}
}
