import Bytes

/// Carries out a program on one page.
///
/// The stacks are arrays, not calls of Swift functions, so that no depth of data overflows the thread's stack.
struct Renderer {
  private let template: Template
  private var frames: [Frame]
  /// What keeps the objects of `frames` alive, in their order.
  private var objects: [TemplateObjects]
  /// The first frame of the function being rendered.
  private var base = 0
  private var calls: [Call] = []
  /// What is known of the values that paths of the page's own names begin with.
  private var shared: [TemplateValue?]
  /// Where the fragment being rendered began in the buffer.
  private var fragmentStart = 0

  /// One of several objects. Without counting references: values are read from it on every line.
  private struct Frame {
    let objects: Unmanaged<TemplateObjects>
    let count: Int
    var index = 0

    init(_ objects: TemplateObjects) {
      self.objects = .passUnretained(objects)
      count = objects.count
    }
  }

  private struct Call {
    let counter: Int
    let base: Int
  }

  init(_ template: Template, context: TemplateObjects, page: TemplateObjects) {
    self.template = template
    objects = [context, page]
    frames = objects.map(Frame.init)
    objects.reserveCapacity(8)
    frames.reserveCapacity(8)
    shared = Array(repeating: nil, count: template.program.sharedValues)
  }

  /// Read where it lies: a copy would share each of its parts.
  private var program: Program {
    @inline(__always) _read { yield template.program }
  }

  /// - Parameter fragments: what is known of the parts that follow from the context alone; added to.
  mutating func run(with fragments: inout [[UInt8]?], into buffer: inout ByteBuffer) {
    // Taken once: to share them anew for each step would have the workers wait for each other.
    let (code, literals) = (program.code, program.literals)
    var counter = 0
    while true {
      let instruction = code[counter]
      counter += 1
      switch instruction.operation {
      case .literal:
        let start = Int(instruction.first)
        literals.withUnsafeBufferPointer {
          buffer.append(UnsafeBufferPointer(rebasing: $0[start..<(start + Int(instruction.second))]))
        }
      case .escaped:
        append(value(instruction), escaped: true, to: &buffer)
      case .raw:
        append(value(instruction), escaped: false, to: &buffer)
      case .skipUnless:
        if !value(instruction).isTrue { counter = Int(instruction.second) }
      case .skipIf:
        if value(instruction).isTrue { counter = Int(instruction.second) }
      case .jump:
        counter = Int(instruction.second)
      case .enterObject:
        if case .object(let object) = value(instruction) {
          push(object)
        } else {
          counter = Int(instruction.second)
        }
      case .leaveObject:
        pop(1)
      case .enterList:
        if case .list(let items) = value(instruction), items.count > 0 {
          push(items)
        } else {
          counter = Int(instruction.second)
        }
      case .nextItem:
        if advance() { counter = Int(instruction.second) }
      case .fragment:
        if let known = fragments[Int(instruction.first)] {
          buffer.append(contentsOf: known)
          counter = Int(instruction.second)
        } else {
          fragmentStart = buffer.count
        }
      case .endFragment:
        fragments[Int(instruction.first)] = Array(buffer.bytes[fragmentStart...])
      case .call:
        call(instruction, returningTo: counter)
        counter = program.functions[Int(instruction.first)]
      case .end:
        guard let call = calls.popLast() else { return }
        pop(frames.count - base)
        base = call.base
        counter = call.counter
      }
    }
  }

  private mutating func value(_ instruction: Instruction) -> TemplateValue {
    instruction.first < 0 ? first(instruction) : follow(program.paths[Int(instruction.first)], instruction)
  }

  private func first(_ instruction: Instruction) -> TemplateValue {
    let frame = frames[base + Int(instruction.level)]
    return frame.objects._withUnsafeGuaranteedRef { $0.value(Int(instruction.slot), frame.index) }
  }

  private mutating func follow(_ path: Program.Path, _ instruction: Instruction) -> TemplateValue {
    var value = first(path, instruction)
    for index in path.slots {
      guard case .object(let object) = value else { return .absent }
      value = object.value(Int(program.pathSlots[index]), 0)
    }
    return value
  }

  /// The value that a path begins with: got once, where it is the same for the whole page.
  private mutating func first(_ path: Program.Path, _ instruction: Instruction) -> TemplateValue {
    guard let number = path.shared else { return first(instruction) }
    if let known = shared[number] { return known }
    let value = first(instruction)
    shared[number] = value
    return value
  }

  private mutating func push(_ entered: TemplateObjects) {
    objects.append(entered)
    frames.append(Frame(entered))
  }

  private mutating func pop(_ count: Int) {
    frames.removeLast(count)
    objects.removeLast(count)
  }

  private mutating func advance() -> Bool {
    let last = frames.count - 1
    frames[last].index += 1
    if frames[last].index < frames[last].count { return true }
    pop(1)
    return false
  }

  private mutating func call(_ instruction: Instruction, returningTo counter: Int) {
    calls.append(Call(counter: counter, base: base))
    let first = frames.count
    for level in program.frameLists[Int(instruction.second)] {
      objects.append(objects[base + level])
      frames.append(frames[base + level])
    }
    base = first
  }

  private func append(_ value: TemplateValue, escaped: Bool, to buffer: inout ByteBuffer) {
    switch value {
    case .text(let text):
      if escaped { buffer.append(escaping: text) } else { buffer.append(contentsOf: text) }
    case .html(let bytes):
      buffer.append(contentsOf: bytes)
    case .number(let number):
      buffer.append(number)
    case .absent, .flag, .object, .list:
      break
    }
  }
}
