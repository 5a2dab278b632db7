import Diagnostics

/// The stages of a build, in the order they run.
public enum BuildStage: Sendable, CaseIterable {
  case cache, amend, scan, load, read, plan, render, search, data, attachments, publish

  public var name: Text {
    switch self {
    case .cache: Text(zh: "查缓存", en: "look for changes")
    case .amend: Text(zh: "只补做改了的", en: "amend")
    case .scan: Text(zh: "扫描", en: "scan")
    case .load: Text(zh: "读缓存", en: "load the cache")
    case .read: Text(zh: "读取检查", en: "read and check")
    case .plan: Text(zh: "目录计划", en: "plan")
    case .render: Text(zh: "网页", en: "pages")
    case .search: Text(zh: "检索文件", en: "search files")
    case .data: Text(zh: "数据文件", en: "data files")
    case .attachments: Text(zh: "附件", en: "attachments")
    case .publish: Text(zh: "发布", en: "publish")
    }
  }
}

/// What one stage took.
public struct StageMeasurement: Sendable {
  public let stage: BuildStage
  /// By the clock on the wall.
  public fileprivate(set) var elapsed: Duration
  /// Time of all processors together.
  public fileprivate(set) var processor: Duration
  /// Files, pages or documents that went through.
  public fileprivate(set) var count: Int
  /// Bytes read or made.
  public fileprivate(set) var bytes: Int
}

extension [StageMeasurement] {
  /// A stage can run in several goes.
  mutating func add(_ measurement: StageMeasurement) {
    guard let i = firstIndex(where: { $0.stage == measurement.stage }) else { return append(measurement) }
    self[i].elapsed += measurement.elapsed
    self[i].processor += measurement.processor
    self[i].count += measurement.count
    self[i].bytes += measurement.bytes
  }
}

/// How far a stage has come.
public struct BuildProgress: Sendable {
  public let stage: BuildStage
  public let done: Int
  public let total: Int
}
