import Dispatch
import Synchronization

/// Spreads work over threads: each takes ranges of indices from a counter and keeps its own state.
///
/// Results come back in the order of the indices, whatever the number of workers.
struct WorkerPool: Sendable {
  let workers: Int

  /// As many indices at once as make the counter's cost vanish (measured: 32 to 64).
  private static let usualChunk = 32

  /// - Parameter chunk: how many indices a worker takes at once.
  func map<State, Result: Sendable, Failure>(
    _ count: Int, chunk: Int = usualChunk, state: @Sendable () -> State,
    _ body: @Sendable (State, Int) throws(Failure) -> Result
  ) throws(Failure) -> [Result] {
    let next = Atomic(0)
    let finished = Mutex<[(start: Int, results: [Result])]>([])
    let failures = Mutex<[(index: Int, error: Failure)]>([])
    DispatchQueue.concurrentPerform(iterations: max(1, min(workers, (count + chunk - 1) / chunk))) { _ in
      let state = state()
      while true {
        let start = next.wrappingAdd(chunk, ordering: .relaxed).oldValue
        guard start < count else { return }
        var results: [Result] = []
        results.reserveCapacity(chunk)
        for index in start..<min(start + chunk, count) {
          do throws(Failure) {
            results.append(try body(state, index))
          } catch {
            failures.withLock { $0.append((index, error)) }
            next.store(count, ordering: .relaxed)
            return
          }
        }
        finished.withLock { [results] in $0.append((start, results)) }
      }
    }
    if let first = failures.withLock({ $0.min { $0.index < $1.index } }) { throw first.error }
    return finished.withLock { $0.sorted { $0.start < $1.start } }.flatMap(\.results)
  }
}
