import Dispatch
import Synchronization

/// Threads that share numbered jobs.
struct Workers: Sendable {
  let count: Int

  /// Runs jobs 0 to `jobs`, each thread with a state of its own, which it uses for job after job.
  ///
  /// - Parameter collect: adds results to the total in the order of the numbers, as soon as those before are there.
  func run<State: ~Copyable, Result: Sendable, Total: Sendable>(
    _ jobs: Int, into total: Total, state: @Sendable () -> State,
    _ job: @Sendable (inout State, Int) throws -> Result, collect: @Sendable (inout Total, Result) -> Void
  ) throws -> Total {
    let next = Atomic(0)
    let results = Mutex(Results<Result, Total>(total: total))
    let failures = Mutex<[(number: Int, error: any Error)]>([])
    DispatchQueue.concurrentPerform(iterations: max(1, min(count, jobs))) { _ in
      var state = state()
      while true {
        let number = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard number < jobs else { return }
        do {
          let result = try job(&state, number)
          results.withLock { results in
            results.waiting[number] = result
            while let result = results.waiting.removeValue(forKey: results.collected) {
              collect(&results.total, result)
              results.collected += 1
            }
          }
        } catch {
          failures.withLock { $0.append((number, error)) }
          next.store(jobs, ordering: .relaxed)
          return
        }
      }
    }
    if let first = failures.withLock({ $0.min { $0.number < $1.number } }) { throw first.error }
    return results.withLock { $0.total }
  }

  private struct Results<Result: Sendable, Total: Sendable>: Sendable {
    var total: Total
    var collected = 0
    /// Results that came before others of lower numbers.
    var waiting: [Int: Result] = [:]
  }
}
