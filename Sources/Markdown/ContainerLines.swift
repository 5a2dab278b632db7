import Bytes

/// Sets lines of three or more colons (`:::注意`, `:::`) apart as blocks of their own.
enum ContainerLines {
  static func rewrite(_ source: UnsafeBufferPointer<UInt8>, into output: inout RewrittenSource) -> Bool {
    output.begin(with: source)
    var copied = 0
    var search = 0
    while let colons = source.firstRange(of: ":::", from: search)?.lowerBound {
      search = colons + 3
      while search < source.count, source[search] == UInt8(ascii: ":") { search += 1 }
      guard isAtLineStart(colons, source) else { continue }
      output.copy(copied..<colons, of: source)
      output.insert(StructureMark.prefix, at: colons)
      copied = colons
    }
    guard copied > 0 || output.text.count > 0 else { return false }
    output.copy(copied..<source.count, of: source)
    return true
  }

  /// Whether nothing but spaces and the signs of block quotes and list items stands before `index` on its line.
  ///
  /// Where these signs are text after all, so is the line of colons; `Mark` sees to that.
  private static func isAtLineStart(_ index: Int, _ source: UnsafeBufferPointer<UInt8>) -> Bool {
    if index > 0, source[index - 1] > 0x20, source[index - 1] != UInt8(ascii: ">") { return false }
    var index = index
    while index > 0 {
      switch source[index - 1] {
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"): return true
      case let byte where (" \t>-+*.)0123456789" as StaticString).contains(byte): index -= 1
      default: return false
      }
    }
    return true
  }
}
