/// One step of rendering.
struct Instruction {
  enum Operation: UInt8 {
    /// Append `second` bytes of the literals from `first`.
    case literal
    /// Append a value, escaped unless it is markup.
    case escaped
    /// Append a value as it is.
    case raw
    /// Go to `second` unless the value is true.
    case skipUnless
    /// Go to `second` if the value is true.
    case skipIf
    case jump
    /// Push the object, or go to `second` when there is none.
    case enterObject
    case leaveObject
    /// Push the items at the first one, or go to `second` when there is none.
    case enterList
    /// Move on to the next item and go to `second`, or pop the last one.
    case nextItem
    /// Append what fragment `first` has been rendered to and go to `second`, or go on and render it.
    case fragment
    /// Keep what has been appended since the fragment began.
    case endFragment
    /// Append what the item at hand has been rendered to, for list `first`, and go to `second`, or go on and render it.
    case item
    /// Keep what has been appended since the item began.
    case endItem
    /// Render function `first` with the frames listed at `second` of the frame lists.
    case call
    case end
  }

  var operation: Operation
  /// The frame and the slot in it where a value is found.
  var level: Int32 = 0
  var slot: Int32 = 0
  /// Where a dotted name goes on: an index of the paths, or -1.
  var first: Int32 = -1
  var second: Int32 = 0
  /// Whether the items of the list that is entered are found in other lists too.
  var recurs = false

  /// Whether it is about a value.
  var readsValue: Bool {
    switch operation {
    case .escaped, .raw, .skipUnless, .skipIf, .enterObject, .enterList: true
    case .literal, .jump, .leaveObject, .nextItem, .fragment, .endFragment, .item, .endItem, .call, .end: false
    }
  }
}

/// A page's template with all it includes, flattened.
struct Program {
  var code: [Instruction] = []
  var literals: [UInt8] = []
  /// What dotted names follow after the first slot.
  var paths: [Range<Int>] = []
  var pathSlots: [Int32] = []
  /// Where the partials start that include themselves.
  var functions: [Int] = []
  /// The caller's frames that a function sees as its own, bottom first.
  var frameLists: [[Int]] = []
  /// How many parts follow from the context alone.
  var fragments = 0
  /// How many lists have items that follow from the item and the context alone.
  var recurringLists = 0
  /// The objects of the context and of the page that dotted names begin with.
  var sharedObjects: [SharedObject] = []

  struct SharedObject: Equatable {
    let level: Int32
    let slot: Int32
  }

  /// Code before this index has been named as a target, and may not grow any more.
  private var barrier = 0

  mutating func appendLiteral(_ bytes: some Collection<UInt8>) {
    guard !bytes.isEmpty else { return }
    if code.count > barrier, code[code.count - 1].operation == .literal {
      code[code.count - 1].second += Int32(bytes.count)
    } else {
      code.append(
        Instruction(operation: .literal, first: Int32(literals.count), second: Int32(bytes.count)))
    }
    literals.append(contentsOf: bytes)
  }

  /// Appends an instruction about a value; the index lets its target be set later.
  @discardableResult
  mutating func append(_ operation: Instruction.Operation, _ operand: Operand, target: Int = 0) -> Int {
    var instruction = Instruction(
      operation: operation, level: Int32(operand.level), slot: Int32(operand.slots.first ?? 0), second: Int32(target))
    if operand.slots.count > 1 {
      instruction.first = Int32(paths.count)
      let start = pathSlots.count
      pathSlots += operand.slots.dropFirst().map(Int32.init)
      paths.append(start..<pathSlots.count)
    }
    code.append(instruction)
    return code.count - 1
  }

  @discardableResult
  mutating func append(_ instruction: Instruction) -> Int {
    code.append(instruction)
    return code.count - 1
  }

  /// The next instruction's index, to jump to.
  mutating func label() -> Int {
    barrier = code.count
    return code.count
  }

  /// Gives the objects that dotted names begin with, in the context and in the page, frames below the context's: level
  /// -1 and down. Each is then got once a page.
  ///
  /// To be called before functions are appended, as those have frames of their own.
  mutating func shareFirstObjects() {
    for (step, instruction) in code.enumerated()
    where instruction.readsValue && instruction.first >= 0 && instruction.level <= Scope.pageLevel {
      let object = SharedObject(level: instruction.level, slot: instruction.slot)
      let number = sharedObjects.firstIndex(of: object) ?? sharedObjects.count
      if number == sharedObjects.count { sharedObjects.append(object) }
      let path = paths[Int(instruction.first)]
      code[step].level = Int32(-1 - number)
      code[step].slot = pathSlots[path.lowerBound]
      paths[Int(instruction.first)] = path.dropFirst()
      if path.count == 1 { code[step].first = -1 }
    }
  }

  mutating func land(_ index: Int) { code[index].second = Int32(label()) }
}
