import CCmark
import Glibc

/// The memory libcmark parses in: handed out piece after piece, and taken back whole when the document is done.
///
/// Measured at a quarter of the time of parsing against `malloc`. libcmark's allocator functions are given nothing to
/// tell whose memory is meant, so the arena in use is the thread's own variable. A renderer uses its arena on one
/// thread at a time, from `begin` to `end`; a resolver asked in between may use another renderer.
struct ParseArena: ~Copyable {
  private struct State {
    /// What is left of the block in use.
    var free: UnsafeMutableRawPointer
    var end: UnsafeMutableRawPointer
    /// All blocks, the one in use last.
    var blocks: [UnsafeMutableRawBufferPointer] = []

    init(firstBlock size: Int) {
      free = .allocate(byteCount: size, alignment: alignment)
      end = free + size
      blocks.append(UnsafeMutableRawBufferPointer(start: free, count: size))
    }

    /// Goes on in a new block, twice the size of the last or larger.
    mutating func addBlock(toHold needed: Int) {
      let size = max(needed, 2 * blocks[blocks.count - 1].count)
      free = .allocate(byteCount: size, alignment: alignment)
      end = free + size
      blocks.append(UnsafeMutableRawBufferPointer(start: free, count: size))
    }

    /// Keeps the last block alone, all of it free, unless it is too large to be kept.
    mutating func reset() {
      let kept = blocks.removeLast()
      for block in blocks { block.deallocate() }
      blocks.removeAll()
      if kept.count > largestKept {
        kept.deallocate()
        self = State(firstBlock: firstBlock)
      } else {
        blocks.append(kept)
        free = end - kept.count
      }
    }
  }

  /// What libcmark is given; valid as long as the arena.
  let memory: UnsafeMutablePointer<cmark_mem>
  private let state: UnsafeMutablePointer<State>

  private static let firstBlock = 128 * 1024
  /// A larger block is given back after the document that needed it.
  private static let largestKept = 16 * 1024 * 1024
  /// Before each piece stands its size; pieces are aligned as `malloc` aligns.
  private static let alignment = 16

  private static let key: pthread_key_t = {
    var key = pthread_key_t()
    pthread_key_create(&key, nil)
    return key
  }()

  init() {
    memory = .allocate(capacity: 1)
    memory.initialize(
      to: cmark_mem(
        calloc: { ParseArena.allocate($0 * $1, isZeroed: true) },
        realloc: { ParseArena.reallocate($0, $1) },
        free: { _ in }))
    state = .allocate(capacity: 1)
    state.initialize(to: State(firstBlock: Self.firstBlock))
  }

  deinit {
    for block in state.pointee.blocks { block.deallocate() }
    state.deinitialize(count: 1)
    state.deallocate()
    memory.deallocate()
  }

  /// The arena a thread used before.
  struct Outer {
    fileprivate let state: UnsafeMutableRawPointer?
  }

  /// Makes this the thread's arena, in place of the one returned.
  func begin() -> Outer {
    let outer = Outer(state: pthread_getspecific(Self.key))
    pthread_setspecific(Self.key, state)
    return outer
  }

  /// Takes back all that was handed out since `begin`.
  func end(restoring outer: Outer) {
    pthread_setspecific(Self.key, outer.state)
    state.pointee.reset()
  }

  // MARK: - libcmark's calls

  private static func allocate(_ size: Int, isZeroed: Bool) -> UnsafeMutableRawPointer? {
    guard let state = pthread_getspecific(key)?.assumingMemoryBound(to: State.self) else {
      preconditionFailure("libcmark asks for memory only between begin and end")
    }
    let needed = roundedUp(size)
    if state.pointee.end - state.pointee.free < needed { state.pointee.addBlock(toHold: needed) }
    let start = state.pointee.free
    state.pointee.free = start + needed
    start.storeBytes(of: size, as: Int.self)
    if isZeroed { memset(start + alignment, 0, size) }
    return start + alignment
  }

  /// What a piece takes, its size before it included.
  private static func roundedUp(_ size: Int) -> Int { (size + 2 * alignment - 1) & ~(alignment - 1) }

  private static func reallocate(_ piece: UnsafeMutableRawPointer?, _ size: Int) -> UnsafeMutableRawPointer? {
    let replacement = allocate(size, isZeroed: false)
    if let piece, let replacement {
      memcpy(replacement, piece, min(size, (piece - alignment).load(as: Int.self)))
    }
    return replacement
  }
}
