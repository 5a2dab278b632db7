import Dispatch
import Synchronization

/// Threads that share numbered jobs: each takes the next number from a counter and keeps a state of its own.
///
/// What the jobs give comes in the order of their numbers, whatever the number of workers.
public struct WorkerPool: Sendable {
  /// At least one.
  public let workers: Int

  public init(workers: Int) { self.workers = max(1, workers) }

  /// Runs jobs 0 to `jobs`.
  ///
  /// - Parameters:
  ///   - state: made once by each worker, which uses it for job after job.
  ///   - collect: adds what a job gave to the total, in the order of the numbers, as soon as all before it are there.
  /// - Returns: the total.
  /// - Throws: what the job of the lowest number threw; others may not have run then.
  @inlinable
  public func run<State: ~Copyable, Result: Sendable, Total: Sendable, Failure>(
    _ jobs: Int, into total: Total, state: @Sendable () -> State,
    _ job: @Sendable (inout State, Int) throws(Failure) -> Result, collect: @Sendable (inout Total, Result) -> Void
  ) throws(Failure) -> Total {
    let next = Atomic(0)
    let results = Mutex(Results<Result, Total>(total: total))
    let failures = Mutex<[(number: Int, error: Failure)]>([])
    DispatchQueue.concurrentPerform(iterations: max(1, min(workers, jobs))) { _ in
      var state = state()
      while true {
        let number = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard number < jobs else { return }
        do throws(Failure) {
          let result = try job(&state, number)
          results.withLock { $0.add(result, of: number, collect) }
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

  /// As many indices at once as make the counter's cost vanish (measured: 32 to 64).
  public static let usualChunk = 32

  /// Calls `body` with every index below `count`.
  ///
  /// - Parameter chunk: how many indices a worker takes at once.
  @inlinable
  public func map<State, Result: Sendable, Failure>(
    _ count: Int, chunk: Int = usualChunk, state: @Sendable () -> State,
    _ body: @Sendable (State, Int) throws(Failure) -> Result
  ) throws(Failure) -> [Result] {
    var failure: Failure?
    let results = [Result](unsafeUninitializedCapacity: count) { results, filled in
      let places = Places(results)
      do throws(Failure) {
        filled = try run((count + chunk - 1) / chunk, into: 0, state: state) { state, number throws(Failure) in
          try places.fill(number * chunk..<min((number + 1) * chunk, count)) { index throws(Failure) in
            try body(state, index)
          }
        } collect: {
          $0 += $1
        }
      } catch {
        places.removeAll()
        failure = error
      }
    }
    if let failure { throw failure }
    return results
  }

  /// Where the results of a map go: to put them there at once is to copy none.
  @usableFromInline
  final class Places<Result: Sendable>: Sendable {
    /// Safe to share: each worker writes to the places of its own indices only, and they are read when all have ended.
    @usableFromInline nonisolated(unsafe) let start: UnsafeMutableBufferPointer<Result>
    @usableFromInline let filled = Mutex<[Range<Int>]>([])

    @inlinable init(_ start: UnsafeMutableBufferPointer<Result>) { self.start = start }

    /// - Returns: how many there are.
    @inlinable
    func fill<Failure>(_ indices: Range<Int>, _ body: (Int) throws(Failure) -> Result) throws(Failure) -> Int {
      var next = indices.lowerBound
      do throws(Failure) {
        while next < indices.upperBound {
          start.initializeElement(at: next, to: try body(next))
          next += 1
        }
      } catch {
        filled.withLock { $0.append(indices.lowerBound..<next) }
        throw error
      }
      filled.withLock { $0.append(indices) }
      return indices.count
    }

    @inlinable
    func removeAll() {
      for range in filled.withLock({ $0 }) { start[range].deinitialize() }
    }
  }

  /// Does two things that do not need each other, at once where there are two workers.
  @inlinable
  public func both<First: Sendable, Second: Sendable>(
    _ first: @Sendable () -> First, _ second: @Sendable () -> Second
  ) -> (First, Second) {
    if workers == 1 { return (first(), second()) }
    let made = Mutex<(first: First?, second: Second?)>((nil, nil))
    DispatchQueue.concurrentPerform(iterations: 2) { number in
      if number == 0 {
        let value = first()
        made.withLock { $0.first = value }
      } else {
        let value = second()
        made.withLock { $0.second = value }
      }
    }
    let (one, other) = made.withLock { $0 }
    // Both are there by now.
    return (one ?? first(), other ?? second())
  }

  @usableFromInline
  struct Results<Result: Sendable, Total: Sendable>: Sendable {
    @usableFromInline var total: Total
    @usableFromInline var collected = 0
    /// Of jobs that were done before others of lower numbers.
    @usableFromInline var waiting: [Int: Result] = [:]

    @inlinable init(total: Total) { self.total = total }

    @inlinable
    mutating func add(_ result: Result, of number: Int, _ collect: (inout Total, Result) -> Void) {
      waiting[number] = result
      while let result = waiting.removeValue(forKey: collected) {
        collect(&total, result)
        collected += 1
      }
    }
  }
}
