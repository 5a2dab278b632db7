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
    var free: UnsafeMutableRawBufferPointer
    /// All blocks, the one in use last.
    var blocks: [UnsafeMutableRawBufferPointer]

    init(_ blocks: [UnsafeMutableRawBufferPointer]) {
      self.blocks = blocks
      free = blocks[blocks.count - 1]
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
    state.initialize(to: State([Self.block(Self.firstBlock)]))
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
    var kept = state.pointee.blocks.removeLast()
    for block in state.pointee.blocks { block.deallocate() }
    if kept.count > Self.largestKept {
      kept.deallocate()
      kept = Self.block(Self.firstBlock)
    }
    state.pointee = State([kept])
  }

  private static func block(_ size: Int) -> UnsafeMutableRawBufferPointer {
    .allocate(byteCount: size, alignment: alignment)
  }

  // MARK: - libcmark's calls

  private static func allocate(_ size: Int, isZeroed: Bool) -> UnsafeMutableRawPointer? {
    guard let state = pthread_getspecific(key)?.assumingMemoryBound(to: State.self) else {
      preconditionFailure("libcmark asks for memory only between begin and end")
    }
    let needed = (size + 2 * alignment - 1) & ~(alignment - 1)
    if state.pointee.free.count < needed { addBlock(state, toHold: needed) }
    guard let start = state.pointee.free.baseAddress else { return nil }
    state.pointee.free = .init(start: start + needed, count: state.pointee.free.count - needed)
    start.storeBytes(of: size, as: Int.self)
    if isZeroed { memset(start + alignment, 0, size) }
    return start + alignment
  }

  private static func reallocate(_ piece: UnsafeMutableRawPointer?, _ size: Int) -> UnsafeMutableRawPointer? {
    let replacement = allocate(size, isZeroed: false)
    if let piece, let replacement {
      memcpy(replacement, piece, min(size, (piece - alignment).load(as: Int.self)))
    }
    return replacement
  }

  private static func addBlock(_ state: UnsafeMutablePointer<State>, toHold needed: Int) {
    var blocks = state.pointee.blocks
    let size = max(needed, 2 * blocks[blocks.count - 1].count)
    blocks.append(block(size))
    state.pointee = State(blocks)
  }
}
