import Glibc
import Synchronization

/// Measures the stages of a build and tells how far it has come.
///
/// Nothing the build makes depends on what it measures.
final class BuildMonitor: Sendable {
  /// Called by any worker, ten times a second at most, once a build takes longer than half a second.
  typealias Report = @Sendable (BuildProgress) -> Void

  private struct Running {
    var stage = BuildStage.scan
    var total = 0
    var done = 0
    var bytes = 0
    var nextReport: ContinuousClock.Instant
  }

  private let running: Mutex<Running>
  private let finished = Mutex<[StageMeasurement]>([])
  private let report: Report?

  init(_ report: Report?) {
    self.report = report
    running = Mutex(Running(nextReport: .now + .milliseconds(500)))
  }

  var measurements: [StageMeasurement] { finished.withLock { $0 } }

  /// Runs one stage. Stages do not overlap.
  func measure<Result>(_ stage: BuildStage, of total: Int = 0, _ body: () throws -> Result) rethrows -> Result {
    running.withLock { $0 = Running(stage: stage, total: total, nextReport: $0.nextReport) }
    let (start, processorStart) = (ContinuousClock.now, Self.processorTime)
    let result = try body()
    let (elapsed, processor) = (start.duration(to: .now), Self.processorTime - processorStart)
    let (done, bytes) = running.withLock { ($0.done, $0.bytes) }
    let measurement = StageMeasurement(
      stage: stage, elapsed: elapsed, processor: processor, count: max(done, total), bytes: bytes)
    finished.withLock { $0.add(measurement) }
    return result
  }

  /// Counts what a worker has done.
  func advance(by count: Int = 1, bytes: Int) {
    let progress: BuildProgress? = running.withLock { running in
      running.done += count
      running.bytes += bytes
      guard report != nil, ContinuousClock.now >= running.nextReport else { return nil }
      running.nextReport = .now + .milliseconds(100)
      return BuildProgress(stage: running.stage, done: running.done, total: running.total)
    }
    if let progress { report?(progress) }
  }

  private static var processorTime: Duration {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }
}
