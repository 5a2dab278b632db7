/// Carries out a program on one object.
///
/// The stacks are arrays, not calls of Swift functions, so that no depth of data overflows the thread's stack.
struct Renderer {
  private let program: Program
  private var frames: [any TemplateObject]
  /// The first frame of the function being rendered.
  private var base = 0
  private var loops: [Loop] = []
  private var calls: [Call] = []

  private struct Loop {
    let items: [any TemplateObject]
    var index = 0
  }

  private struct Call {
    let counter: Int
    let base: Int
  }

  init(_ program: Program, root: any TemplateObject) {
    self.program = program
    frames = [root]
    frames.reserveCapacity(8)
  }

  mutating func run(into buffer: inout [UInt8]) {
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
          frames.append(object)
        } else {
          counter = Int(instruction.second)
        }
      case .leaveObject:
        frames.removeLast()
      case .enterList:
        if case .list(let items) = value(instruction), !items.isEmpty {
          frames.append(items[0])
          loops.append(Loop(items: items))
        } else {
          counter = Int(instruction.second)
        }
      case .nextItem:
        if advance() { counter = Int(instruction.second) }
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
    let value = frames[base + Int(instruction.level)].value(at: Int(instruction.slot))
    return instruction.first < 0 ? value : follow(program.paths[Int(instruction.first)], from: value)
  }

  private func follow(_ path: [Int], from value: TemplateValue) -> TemplateValue {
    var value = value
    for slot in path {
      guard case .object(let object) = value else { return .absent }
      value = object.value(at: slot)
    }
    return value
  }

  private mutating func advance() -> Bool {
    let last = loops.count - 1
    loops[last].index += 1
    guard loops[last].index < loops[last].items.count else {
      loops.removeLast()
      frames.removeLast()
      return false
    }
    frames[frames.count - 1] = loops[last].items[loops[last].index]
    return true
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
    case .htmlSlice(let bytes):
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
