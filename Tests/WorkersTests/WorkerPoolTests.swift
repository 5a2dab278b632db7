import Synchronization
import Testing
import Workers

@Suite struct WorkerPoolTests {
  private struct Refused: Error, Equatable {
    let number: Int
  }

  @Test(arguments: [1, 2, 3, 8]) func resultsComeInTheOrderOfTheNumbers(workers: Int) {
    let pool = WorkerPool(workers: workers)
    for count in [0, 1, 31, 32, 33, 1_000] {
      #expect(pool.map(count, state: {}) { _, i in i * i } == (0..<count).map { $0 * $0 })
      #expect(pool.map(count, chunk: 7, state: {}) { _, i in "\(i)" } == (0..<count).map { "\($0)" })
      let text = pool.run(count, into: "", state: {}) { _, i in
        "\(i) "
      } collect: {
        $0 += $1
      }
      #expect(text == (0..<count).map { "\($0) " }.joined())
    }
  }

  @Test func aStateServesJobAfterJob() {
    let counts = WorkerPool(workers: 1).run(5, into: [], state: { 0 }) { done, _ in
      done += 1
      return done
    } collect: { (all: inout [Int], count: Int) in
      all.append(count)
    }
    #expect(counts == [1, 2, 3, 4, 5])
  }

  @Test(arguments: [1, 2, 8]) func theFirstFailureIsThrown(workers: Int) {
    let pool = WorkerPool(workers: workers)
    #expect(throws: Refused(number: 0)) {
      try pool.map(500, state: {}) { _, i throws(Refused) in throw Refused(number: i) }
    }
    #expect(throws: Refused(number: 250)) {
      try pool.map(500, state: {}) { _, i throws(Refused) in
        if i == 250 { throw Refused(number: i) }
      }
    }
  }

  private final class Counted: Sendable {
    private let alive: Mutex<Int>.Shared

    init(_ alive: Mutex<Int>.Shared) {
      self.alive = alive
      alive.value.withLock { $0 += 1 }
    }

    deinit { alive.value.withLock { $0 -= 1 } }
  }

  @Test(arguments: [1, 2, 8]) func nothingThatWasMadeIsKept(workers: Int) {
    let alive = Mutex<Int>.Shared()
    let pool = WorkerPool(workers: workers)
    _ = pool.map(500, state: {}) { _, _ in Counted(alive) }
    #expect(throws: Refused.self) {
      try pool.map(500, state: {}) { _, i throws(Refused) in
        if i == 340 { throw Refused(number: i) }
        return Counted(alive)
      }
    }
    #expect(alive.value.withLock { $0 } == 0)
  }

  @Test(arguments: [1, 2, 8]) func bothAreDone(workers: Int) {
    let (number, text) = WorkerPool(workers: workers).both({ (1...100).reduce(0, +) }, { "一" + "二" })
    #expect(number == 5_050 && text == "一二")
  }

  @Test func thereIsAlwaysAWorker() {
    #expect(WorkerPool(workers: -3).map(3, state: {}) { _, i in i } == [0, 1, 2])
  }
}

extension Mutex where Value == Int {
  /// A count that several objects share.
  fileprivate final class Shared: Sendable {
    let value = Mutex(0)
  }
}
