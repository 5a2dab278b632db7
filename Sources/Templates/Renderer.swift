import HTML

/// Carries out a program on one page.
///
/// The stacks are arrays, not calls of Swift functions, so that no depth of data overflows the thread's stack.
struct Renderer {
  private let program: Program
  private var frames: [Frame]
  /// The first frame of the function being rendered.
  private var base = 0
  private var calls: [Call] = []
  /// Where the fragment being rendered began in the buffer.
  private var fragmentStart = 0

  /// One of several objects.
  private struct Frame {
    let objects: TemplateObjects
    var index = 0
  }

  private struct Call {
    let counter: Int
    let base: Int
  }

  init(_ program: Program, context: TemplateObjects, page: TemplateObjects) {
    self.program = program
    frames = [Frame(objects: context), Frame(objects: page)]
    frames.reserveCapacity(8)
  }

  /// - Parameter fragments: what is known of the parts that follow from the context alone; added to.
  mutating func run(with fragments: inout [[UInt8]?], into buffer: inout [UInt8]) {
    let code = program.code
    var counter = 0
    while true {
      let instruction = code[counter]
      counter += 1
      switch instruction.operation {
      case .literal:
        program.literals.withUnsafeBufferPointer { literals in
          let start = Int(instruction.first)
          buffer.append(
            contentsOf: UnsafeBufferPointer(rebasing: literals[start..<(start + Int(instruction.second))]))
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
          frames.append(Frame(objects: object))
        } else {
          counter = Int(instruction.second)
        }
      case .leaveObject:
        frames.removeLast()
      case .enterList:
        if case .list(let items) = value(instruction), items.count > 0 {
          frames.append(Frame(objects: items))
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
        fragments[Int(instruction.first)] = Array(buffer[fragmentStart...])
      case .call:
        call(instruction, returningTo: counter)
        counter = program.functions[Int(instruction.first)]
      case .end:
        guard let call = calls.popLast() else { return }
        frames.removeLast(frames.count - base)
        base = call.base
        counter = call.counter
      }
    }
  }

  private func value(_ instruction: Instruction) -> TemplateValue {
    let frame = frames[base + Int(instruction.level)]
    let value = frame.objects.value(Int(instruction.slot), frame.index)
    return instruction.first < 0 ? value : follow(Int(instruction.first), from: value)
  }

  private func follow(_ path: Int, from value: TemplateValue) -> TemplateValue {
    var value = value
    for slot in program.paths[(path + 1)...].prefix(Int(program.paths[path])) {
      guard case .object(let object) = value else { return .absent }
      value = object.value(Int(slot), 0)
    }
    return value
  }

  private mutating func advance() -> Bool {
    let last = frames.count - 1
    frames[last].index += 1
    if frames[last].index < frames[last].objects.count { return true }
    frames.removeLast()
    return false
  }

  private mutating func call(_ instruction: Instruction, returningTo counter: Int) {
    calls.append(Call(counter: counter, base: base))
    let first = frames.count
    for level in program.frameLists[Int(instruction.second)] { frames.append(frames[base + level]) }
    base = first
  }

  private func append(_ value: TemplateValue, escaped: Bool, to buffer: inout [UInt8]) {
    switch value {
    case .text(let text):
      if escaped { HTMLEscape.append(text, to: &buffer) } else { buffer.append(contentsOf: text.utf8) }
    case .html(let bytes):
      buffer.append(contentsOf: bytes)
    case .number(let number):
      append(number, to: &buffer)
    case .absent, .flag, .object, .list:
      break
    }
  }

  private func append(_ number: Int, to buffer: inout [UInt8]) {
    if number < 0 { buffer.append(UInt8(ascii: "-")) }
    let start = buffer.count
    var rest = number.magnitude
    repeat {
      buffer.append(UInt8(ascii: "0") + UInt8(rest % 10))
      rest /= 10
    } while rest > 0
    buffer[start...].reverse()
  }
}
