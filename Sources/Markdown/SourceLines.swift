/// A text's lines, counted from 1 and ended as libcmark ends them: by line feed, carriage return or both.
struct SourceLines {
  let text: UnsafeBufferPointer<UInt8>
  private var starts: [Int] = []

  init(_ text: UnsafeBufferPointer<UInt8>) { self.text = text }

  /// A line's bytes without its ending.
  mutating func range(of line: Int) -> Range<Int> {
    let start = start(of: line)
    var end = self.start(of: line + 1)
    if end > start, text[end - 1] == UInt8(ascii: "\n") { end -= 1 }
    if end > start, text[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return start..<end
  }

  /// Where a line starts; the end of the text for lines after the last.
  mutating func start(of line: Int) -> Int {
    if starts.isEmpty { findStarts() }
    return line - 1 < starts.count ? starts[max(0, line - 1)] : text.count
  }

  /// The line that the byte at `offset` is on.
  mutating func line(at offset: Int) -> Int {
    if starts.isEmpty { findStarts() }
    var (low, high) = (0, starts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  private mutating func findStarts() {
    starts.append(0)
    if text.firstIndex(of: UInt8(ascii: "\r"), from: 0) != nil { return findAnyStarts() }
    var index = 0
    while let lineFeed = text.firstIndex(of: UInt8(ascii: "\n"), from: index) {
      index = lineFeed + 1
      starts.append(index)
    }
  }

  private mutating func findAnyStarts() {
    for index in 0..<text.count {
      let byte = text[index]
      let isCRLF = byte == UInt8(ascii: "\r") && index + 1 < text.count && text[index + 1] == UInt8(ascii: "\n")
      if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") && !isCRLF { starts.append(index + 1) }
    }
  }
}
