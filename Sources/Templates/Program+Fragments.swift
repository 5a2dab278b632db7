extension Program {
  /// Finds the parts that follow from the context alone, and the items that follow from it and themselves, and puts
  /// instructions round them that keep what they render to.
  ///
  /// To be called before functions are appended, as those have frames of their own.
  mutating func markFragments() {
    var marker = FragmentMarker(code)
    marker.mark(code.indices, depth: Scope.contextLevel + 2)
    code = marker.marked
    fragments = marker.fragments
    recurringLists = marker.recurringLists
  }
}

/// Copies code, with marks round the longest runs of steps that read nothing but the context.
private struct FragmentMarker {
  private let code: [Instruction]
  private(set) var marked: [Instruction] = []
  private(set) var fragments = 0
  private(set) var recurringLists = 0

  init(_ code: [Instruction]) { self.code = code }

  /// - Parameter depth: how many frames there are where the steps are taken.
  mutating func mark(_ steps: Range<Int>, depth: Int) {
    var next = steps.lowerBound
    while next < steps.upperBound {
      let start = next
      while next < steps.upperBound, isShared(next..<end(of: next), depth: depth) { next = end(of: next) }
      if code[start..<next].contains(where: \.readsValue) {
        appendFragment(start..<next)
      } else {
        copy(start..<next)
      }
      guard next < steps.upperBound else { return }
      append(next) { marker, content in
        if marker.code[next].recurs, marker.isShared(content, depth: depth) {
          marker.appendItem(content)
        } else {
          marker.mark(content, depth: depth + (marker.code[next].pushesFrame ? 1 : 0))
        }
      }
      next = end(of: next)
    }
  }

  private mutating func appendFragment(_ steps: Range<Int>) {
    enclose(steps, .fragment, .endFragment, number: fragments)
    fragments += 1
  }

  private mutating func appendItem(_ steps: Range<Int>) {
    enclose(steps, .item, .endItem, number: recurringLists)
    recurringLists += 1
  }

  private mutating func enclose(
    _ steps: Range<Int>, _ first: Instruction.Operation, _ last: Instruction.Operation, number: Int
  ) {
    let start = marked.count
    marked.append(Instruction(operation: first, first: Int32(number)))
    copy(steps)
    marked.append(Instruction(operation: last, first: Int32(number)))
    marked[start].second = Int32(marked.count)
  }

  private mutating func copy(_ steps: Range<Int>) {
    var next = steps.lowerBound
    while next < steps.upperBound {
      append(next) { $0.copy($1) }
      next = end(of: next)
    }
  }

  /// Appends a step, what is in it by `content`, and lets it lead to where it ends now.
  private mutating func append(_ step: Int, _ content: (inout FragmentMarker, Range<Int>) -> Void) {
    let start = marked.count
    marked.append(code[step])
    guard code[step].hasContent else { return }
    let end = end(of: step)
    let last = code[step].pushesFrame ? end - 1 : end
    content(&self, (step + 1)..<last)
    if last < end { marked.append(code[last]) }
    if code[step].operation == .enterList { marked[marked.count - 1].second = Int32(start + 1) }
    marked[start].second = Int32(marked.count)
  }

  /// Where a step with all that is in it ends.
  private func end(of step: Int) -> Int { code[step].hasContent ? Int(code[step].second) : step + 1 }

  /// Whether steps read only the context and frames that they have pushed themselves.
  private func isShared(_ steps: Range<Int>, depth: Int) -> Bool {
    code[steps].allSatisfy { instruction in
      instruction.operation != .call && instruction.operation != .end
        && (!instruction.readsValue || instruction.level == Scope.contextLevel || instruction.level >= depth)
    }
  }
}

extension Instruction {
  fileprivate var pushesFrame: Bool { operation == .enterObject || operation == .enterList }

  /// Whether what follows, up to the target, is part of the step; where it pushes a frame, it ends with the pop.
  fileprivate var hasContent: Bool {
    pushesFrame || operation == .skipUnless || operation == .skipIf || operation == .jump
  }
}
