import Bytes

/// Carries out a program on one page.
///
/// The stacks are arrays, not calls of Swift functions, so that no depth of data overflows the thread's stack.
struct Renderer {
  private let template: Template
  private var frames: [Frame] = []
  /// What keeps the objects of `frames` alive, in their order.
  private var objects: [TemplateObjects] = []
  /// The first frame of the page or of the function being rendered; below it are the objects that a page shares.
  private var base: Int
  private var calls: [Call] = []
  /// Where the fragment or the item being rendered, which holds no other, began in the buffer.
  private var keptStart = 0

  /// One of several objects. Without counting references: values are read from it on every line.
  struct Frame {
    fileprivate let objects: Unmanaged<TemplateObjects>
    fileprivate let count: Int
    fileprivate var index = 0

    fileprivate init(_ objects: TemplateObjects) {
      self.objects = .passUnretained(objects)
      count = objects.count
    }
  }

  private struct Call {
    let counter: Int
    let base: Int
  }

  private let rendered: RenderedParts

  /// - Parameter rendered: what is known of the parts that are kept; added to. Its stacks are used, and left empty.
  init(_ template: Template, context: TemplateContext, page: TemplateObjects, with rendered: RenderedParts) {
    self.template = template
    self.rendered = rendered
    base = template.program.sharedObjects.count
    swap(&frames, &rendered.frames)
    swap(&objects, &rendered.objects)
    for shared in template.program.sharedObjects.reversed() {
      let slot = Int(shared.slot)
      let object = shared.level == Scope.contextLevel ? context.object(at: slot) : page.object(at: slot)
      push(object ?? TemplateObjects(shape: .textItem, count: 0) { _, _ in .absent })
    }
    push(context.objects)
    push(page)
  }

  /// Read where it lies: a copy would share each of its parts.
  private var program: Program {
    @inline(__always) _read { yield template.program }
  }

  consuming func render(into buffer: inout ByteBuffer) {
    run(into: &buffer)
    frames.removeAll(keepingCapacity: true)
    objects.removeAll(keepingCapacity: true)
    swap(&frames, &rendered.frames)
    swap(&objects, &rendered.objects)
  }

  private mutating func run(into buffer: inout ByteBuffer) {
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
        pop()
      case .enterList:
        if case .list(let items) = value(instruction), items.count > 0 {
          push(items)
        } else {
          counter = Int(instruction.second)
        }
      case .nextItem:
        if advance() { counter = Int(instruction.second) }
      case .fragment:
        if let known = rendered.fragments[Int(instruction.first)] {
          buffer.append(contentsOf: known)
          counter = Int(instruction.second)
        } else {
          keptStart = buffer.count
        }
      case .endFragment:
        rendered.fragments[Int(instruction.first)] = Array(buffer.bytes[keptStart...])
      case .item:
        if let identity, let known = rendered.item(identity, ofList: instruction.first) {
          buffer.append(contentsOf: known)
          counter = Int(instruction.second)
        } else {
          keptStart = buffer.count
        }
      case .endItem:
        if let identity { rendered.keep(buffer.bytes[keptStart...], as: identity, ofList: instruction.first) }
      case .call:
        call(instruction, returningTo: counter)
        counter = program.functions[Int(instruction.first)]
      case .end:
        guard let call = calls.popLast() else { return }
        while frames.count > base { pop() }
        base = call.base
        counter = call.counter
      }
    }
  }

  private func value(_ instruction: Instruction) -> TemplateValue {
    let frame = frames[base + Int(instruction.level)]
    let first = frame.objects._withUnsafeGuaranteedRef { $0.value(Int(instruction.slot), frame.index) }
    return instruction.first < 0 ? first : follow(program.paths[Int(instruction.first)], from: first)
  }

  /// Of the item at hand.
  private var identity: Int? {
    guard let frame = frames.last else { return nil }
    return frame.objects._withUnsafeGuaranteedRef { $0.identity?(frame.index) }
  }

  private func follow(_ path: Range<Int>, from first: TemplateValue) -> TemplateValue {
    var value = first
    for index in path {
      guard case .object(let object) = value else { return .absent }
      value = object.value(Int(program.pathSlots[index]), 0)
    }
    return value
  }

  private mutating func push(_ entered: TemplateObjects) {
    objects.append(entered)
    frames.append(Frame(entered))
  }

  private mutating func pop() {
    frames.removeLast()
    objects.removeLast()
  }

  private mutating func advance() -> Bool {
    let last = frames.count - 1
    frames[last].index += 1
    if frames[last].index < frames[last].count { return true }
    pop()
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

  private func append(_ value: consuming TemplateValue, escaped: Bool, to buffer: inout ByteBuffer) {
    switch consume value {
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
