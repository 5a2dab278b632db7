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

  @Test func thereIsAlwaysAWorker() {
    #expect(WorkerPool(workers: -3).map(3, state: {}) { _, i in i } == [0, 1, 2])
  }
}
