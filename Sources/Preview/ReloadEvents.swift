import FlyingFox
import FlyingSocks
import Synchronization

/// Tells every open page which generation of the site is the newest.
final class ReloadEvents: Sendable {
  private struct State {
    var generation = 0
    var listeners: [Int: AsyncStream<Int>.Continuation] = [:]
    var nextListener = 0
  }

  private let state = Mutex(State())

  var generation: Int { state.withLock { $0.generation } }

  func advance() {
    state.withLock { state in
      state.generation += 1
      for listener in state.listeners.values { listener.yield(state.generation) }
    }
  }

  /// The generation now, and each one after it.
  func generations() -> AsyncStream<Int> {
    let (stream, continuation) = AsyncStream.makeStream(of: Int.self, bufferingPolicy: .bufferingNewest(1))
    let listener = state.withLock { state in
      state.nextListener += 1
      state.listeners[state.nextListener] = continuation
      continuation.yield(state.generation)
      return state.nextListener
    }
    continuation.onTermination = { [weak self] _ in
      self?.state.withLock { _ = $0.listeners.removeValue(forKey: listener) }
    }
    return stream
  }

  /// Ends all streams, and with them the connections that carry them.
  func finish() {
    for listener in state.withLock({ Array($0.listeners.values) }) { listener.finish() }
  }
}

/// Generations as a stream of server-sent events.
struct EventBody: AsyncBufferedSequence {
  typealias Element = UInt8

  let generations: AsyncStream<Int>

  func makeAsyncIterator() -> Iterator { Iterator(generations: generations.makeAsyncIterator()) }

  struct Iterator: AsyncBufferedIteratorProtocol {
    var generations: AsyncStream<Int>.Iterator
    private var pending: ArraySlice<UInt8> = []

    init(generations: AsyncStream<Int>.Iterator) { self.generations = generations }

    mutating func next() async throws -> UInt8? {
      if pending.isEmpty { pending = try await nextBuffer(suggested: 1)?[...] ?? [] }
      return pending.popFirst()
    }

    /// One whole event, whatever its length.
    mutating func nextBuffer(suggested count: Int) async throws -> [UInt8]? {
      guard let generation = await generations.next() else { return nil }
      return Array("data: \(generation)\n\n".utf8)
    }
  }
}
