/// Runs of digits with nothing but a space or hyphen between them: what people read as one number, or
/// as a few numbers side by side.
struct DigitSequence {
  struct Group {
    /// Where the group's digits begin in `digits`.
    var first: Int
    var count: Int
    /// The bytes of the group in the text.
    var range: Range<Int>
    /// What parts it from the group before; `nil` for the first.
    var separator: ByteText.Separator?
  }

  /// Digit values, ASCII and full-width alike.
  private(set) var digits: [UInt8] = []
  private(set) var groups: [Group] = []

  /// A space or hyphen, or the two together; more is a column gap and parts two numbers.
  private static let widestSeparator = 2

  /// Reads the sequence that begins at `start`.
  init(in text: ByteText, from start: Int) {
    var position = start
    var separator: ByteText.Separator?
    repeat {
      let groupStart = position
      let first = digits.count
      while let digit = text.digit(at: position) {
        digits.append(digit.value)
        position += digit.width
      }
      groups.append(
        Group(first: first, count: digits.count - first, range: groupStart..<position, separator: separator))
      guard let next = Self.nextGroup(in: text, after: position) else { return }
      (separator, position) = (next.separator, next.start)
    } while true
  }

  /// What can be told of a sequence without storing it.
  struct Extent {
    var digits = 0
    /// Whether a group begins as a mobile number does, or as its country code.
    var hasMobileStart = false
    var end = 0
  }

  /// The extent of the sequence that begins at `start`; `group` is called for the bytes of each of its groups.
  @inline(__always)
  static func extent(in text: ByteText, from start: Int, group: (Range<Int>) -> Void) -> Extent {
    var extent = Extent()
    var position = start
    while true {
      let groupStart = position
      var head = 0
      while let digit = text.digit(at: position) {
        if position - groupStart < 2 * digit.width { head = head * 10 + Int(digit.value) }
        extent.digits += 1
        position += digit.width
      }
      if (13...19).contains(head) || head == 86 || head == 0 { extent.hasMobileStart = true }
      group(groupStart..<position)
      extent.end = position
      guard let next = nextGroup(in: text, after: position) else { return extent }
      position = next.start
    }
  }

  @inline(__always)
  private static func nextGroup(
    in text: ByteText, after end: Int
  ) -> (start: Int, separator: ByteText.Separator)? {
    var position = end
    var kind = ByteText.Separator.space
    for _ in 0..<widestSeparator {
      guard let separator = text.separator(at: position) else { break }
      if separator.kind == .hyphen { kind = .hyphen }
      position += separator.width
    }
    guard position > end, text.digit(at: position) != nil else { return nil }
    return (position, kind)
  }

  /// The digits of `groups[first...last]`.
  func digits(of groups: ClosedRange<Int>) -> ArraySlice<UInt8> {
    let last = self.groups[groups.upperBound]
    return digits[self.groups[groups.lowerBound].first..<last.first + last.count]
  }

  func count(of groups: ClosedRange<Int>) -> Int {
    self.groups[groups.upperBound].first + self.groups[groups.upperBound].count - self.groups[groups.lowerBound].first
  }

  /// The lengths at which `groups[first...last]` is parted: `[6, 14]` for 6-8-4.
  func partings(of groups: ClosedRange<Int>) -> [Int] {
    self.groups[groups].dropFirst().map { $0.first - self.groups[groups.lowerBound].first }
  }

  /// The bytes of `groups[first...last]`.
  func range(of groups: ClosedRange<Int>) -> Range<Int> {
    self.groups[groups.lowerBound].range.lowerBound..<self.groups[groups.upperBound].range.upperBound
  }
}
