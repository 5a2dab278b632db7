/// Whether a run of `*` or `~` may open or close emphasis, told by the characters beside it.
///
/// CommonMark (§6.2) asks whether a run of `*` stands between a letter and a mark of punctuation, and takes the run
/// for the end of emphasis when the letter is before it. That is right where words are set apart by spaces; in
/// `**《条例》**规定` it is wrong. There a mark beside the run, which passes for a letter, lets it open, close or do
/// both as follows. Runs with a space beside them, and runs between letters, stay as they are.
///
/// | before ＼ after | letter | opening （《“ | closing ）》” | stop ，。 | ASCII |
/// |---|---|---|---|---|---|
/// | letter | - | both | closes | closes | both beside Han, if ASCII can begin a phrase |
/// | opening | opens | opens | - | - | - |
/// | closing | both | - | both | both | - |
/// | stop | both | - | closes | closes | - |
/// | ASCII | both beside Han, if ASCII can end one | - | - | - | - |
///
/// Emphasis can begin behind a bracket with the stop that follows it: `（以下简称《条例》）**，**制定`. Between a letter and a
/// stop, or between two stops, a run that closes nothing is text: `张**、李**`, `姓名：**，电话：**。`
enum Flanking {
  enum Neighbour: Equatable {
    case space
    case letter(isChinese: Bool)
    case chinese(ChineseCharacter.Punctuation)
    case ascii(UInt8)

    var isLetter: Bool {
      if case .letter = self { true } else { false }
    }
  }

  /// On which sides of a run a mark is wanted.
  static func marks(before: Neighbour, after: Neighbour) -> (before: Bool, after: Bool) {
    switch (before, after) {
    case (.space, _), (_, .space): (false, false)
    case (.chinese(.closing), .letter), (.chinese(.stop), .letter), (.chinese(.neutral), .letter): (true, false)
    case (.letter, .chinese(.opening)), (.letter, .chinese(.neutral)): (false, true)
    case (.chinese(.stop), .chinese(.closing)), (.chinese(.stop), .chinese(.stop)): (true, false)
    case (.chinese(.opening), .chinese(.opening)): (false, true)
    case (.ascii(let byte), .letter(isChinese: true)): (canEndPhrase(byte), false)
    case (.letter(isChinese: true), .ascii(let byte)): (false, canBeginPhrase(byte))
    default: (false, false)
    }
  }

  /// Whether a run can open and close, by CommonMark's rule and, if asked, the marks above.
  static func roles(
    before: Neighbour, after: Neighbour, chineseTypography: Bool
  ) -> (opens: Bool, closes: Bool) {
    let marks = chineseTypography ? marks(before: before, after: after) : (before: false, after: false)
    let before = marks.before ? .letter(isChinese: false) : before
    let after = marks.after ? .letter(isChinese: false) : after
    let opens = after != .space && (after.isLetter || !before.isLetter)
    let closes = before != .space && (before.isLetter || !after.isLetter)
    return (opens, closes)
  }

  static func classify(_ c: UInt32) -> Neighbour {
    if c < 0x80 {
      switch UInt8(c) {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"), 0x0C: return .space
      case UInt8(ascii: "0")...UInt8(ascii: "9"): return .letter(isChinese: false)
      case UInt8(ascii: "a")...UInt8(ascii: "z"): return .letter(isChinese: false)
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): return .letter(isChinese: false)
      default: return .ascii(UInt8(c))
      }
    }
    if let punctuation = ChineseCharacter.punctuation(c) { return .chinese(punctuation) }
    if c == 0x3000 || c == 0xA0 || c == 0x1680 || (0x2000...0x200A).contains(c) || c == 0x202F || c == 0x205F {
      return .space
    }
    return .letter(isChinese: ChineseCharacter.isIdeographOrKana(c))
  }

  /// Whether a phrase may begin with this mark. `_` decides for itself what it is, and must keep its neighbours.
  private static func canBeginPhrase(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: ">"), UInt8(ascii: "_"): false
    case UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "?"): false
    default: byte > 0x20 && byte < 0x7F
    }
  }

  private static func canEndPhrase(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "<"), UInt8(ascii: "_"): false
    default: byte > 0x20 && byte < 0x7F
    }
  }
}
