/// Where a value is found while rendering: a frame of the stack, and the slots to follow from it.
struct Operand {
  let level: Int
  /// Empty for the frame's object itself.
  let slots: [Int]
  let type: ModelType
}

/// The context stack as it is known before rendering: shapes instead of objects.
struct Scope {
  private enum Entry {
    case object(ModelShape, level: Int)
    /// A section on a text, number or flag: what `{{.}}` means in it. Needs no frame.
    case value(Operand)
  }

  private var entries: [Entry]
  /// For each frame on the stack while rendering, the frame its object was taken from.
  private var origins: [Int?]

  /// The frame of the context, which lies below all others.
  static let contextLevel = 0
  /// The frame of the page, which lies above the context.
  static let pageLevel = 1

  init(context: ModelShape, page: ModelShape) {
    entries = [.object(context, level: Self.contextLevel), .object(page, level: Self.pageLevel)]
    origins = [nil, nil]
  }

  /// The scope within a section that pushes the object, or each object of the list, at `operand`.
  func entering(_ shape: ModelShape, at operand: Operand) -> Scope {
    var scope = self
    scope.entries.append(.object(shape, level: origins.count))
    scope.origins.append(operand.level)
    return scope
  }

  /// The scope within a section that pushes no frame.
  func entering(_ operand: Operand) -> Scope {
    var scope = self
    scope.entries.append(.value(operand))
    return scope
  }

  // MARK: Names

  enum Resolution {
    case found(Operand)
    /// No shape has the part; the names it could have been, innermost first.
    case unknown(part: Int, candidates: [String])
    /// The part before is not an object and has no names.
    case notAnObject(part: Int, ModelType)
  }

  /// What `{{.}}` means.
  var current: Operand {
    switch entries[entries.count - 1] {
    case .value(let operand): operand
    case .object(let shape, let level):
      if let type = shape.itemType {
        Operand(level: level, slots: [0], type: type)
      } else {
        Operand(level: level, slots: [], type: .object(shape))
      }
    }
  }

  func resolve(_ parts: [String]) -> Resolution {
    for case .object(let shape, let level) in entries.reversed() {
      guard let slot = shape.slot(of: parts[0]) else { continue }
      return follow(parts, from: Operand(level: level, slots: [slot], type: shape.fields[slot].type))
    }
    return .unknown(part: 0, candidates: visibleNames)
  }

  private func follow(_ parts: [String], from first: Operand) -> Resolution {
    var operand = first
    for part in parts.indices.dropFirst() {
      guard case .object(let shape) = operand.type else { return .notAnObject(part: part - 1, operand.type) }
      guard let slot = shape.slot(of: parts[part]) else { return .unknown(part: part, candidates: shape.names) }
      operand = Operand(level: operand.level, slots: operand.slots + [slot], type: shape.fields[slot].type)
    }
    return .found(operand)
  }

  private var visibleNames: [String] {
    entries.reversed().flatMap { entry -> [String] in
      if case .object(let shape, _) = entry { shape.names } else { [] }
    }
  }

  /// The shape names are looked up in first.
  var innermostShape: ModelShape? {
    for case .object(let shape, _) in entries.reversed() where shape.itemType == nil { return shape }
    return nil
  }

  // MARK: Recursion

  /// Whether a partial begun with the frames `before` may include itself with the frames `after`.
  ///
  /// It ends if its innermost object is part of the innermost object before, and the others are as before: data
  /// is finite. An innermost object taken from one further out would be taken again and again.
  func descends(from before: [Int], to after: [Int]) -> Bool {
    guard before.dropLast() == after.dropLast(), let start = before.last, let level = after.last else { return false }
    var ancestor = origins[level]
    while let next = ancestor, next != start { ancestor = origins[next] }
    return ancestor != nil
  }

  /// Tells apart the scopes in which a partial has to be compiled anew.
  struct Signature: Hashable {
    fileprivate let shapes: [ObjectIdentifier]
    fileprivate let value: [Int]
  }

  /// This scope without what no name can reach, and the frames that are left of it, bottom first.
  ///
  /// Of frames with one shape only the innermost can be reached, so a partial that includes itself for each item
  /// of a list meets only so many different scopes, however deep the data.
  func reachable() -> (scope: Scope, frames: [Int], signature: Signature) {
    var seen: Set<ObjectIdentifier> = []
    var kept: [(shape: ModelShape, level: Int)] = []
    for (depth, entry) in entries.reversed().enumerated() {
      guard case .object(let shape, let level) = entry else { continue }
      let isReachable = depth == 0 || shape.itemType == nil || current.level == level
      if isReachable, seen.insert(ObjectIdentifier(shape)).inserted { kept.insert((shape, level), at: 0) }
    }
    var scope = self
    scope.entries = kept.enumerated().map { .object($1.shape, level: $0) }
    scope.origins = kept.map { _ in nil }
    var value: [Int] = []
    if case .value(let operand) = entries[entries.count - 1],
      let level = kept.firstIndex(where: { $0.level == operand.level })
    {
      scope.entries.append(.value(Operand(level: level, slots: operand.slots, type: operand.type)))
      value = [level] + operand.slots
    }
    let signature = Signature(shapes: kept.map { ObjectIdentifier($0.shape) }, value: value)
    return (scope, kept.map(\.level), signature)
  }
}
