/// Finds identity, card and mobile numbers among the groups of one digit sequence.
///
/// The longest reading wins: an identity number before a card, a card before a mobile number.
/// A number counts only as whole groups, so digits inside a longer run are never a number of their own.
struct PersonalNumbers {
  struct Match {
    var kind: PersonalDataKind
    var range: Range<Int>
  }

  private let text: ByteText
  private let sequence: DigitSequence

  /// Fewer digits than this hold no personal number: identity numbers and cards have 15 and more.
  static func fewestDigits(hasMobileStart: Bool) -> Int {
    hasMobileStart ? 11 : 15
  }

  static func matches(in text: ByteText, from start: Int) -> [Match] {
    PersonalNumbers(text: text, sequence: DigitSequence(in: text, from: start)).matches()
  }

  private func matches() -> [Match] {
    var matches: [Match] = []
    var first = 0
    while first < sequence.groups.count {
      if let (match, last) = match(from: first) {
        matches.append(match)
        first = last + 1
      } else {
        first += 1
      }
    }
    return matches
  }

  /// The number that begins with the group `first`, and the last group of it.
  private func match(from first: Int) -> (Match, last: Int)? {
    // The loop goes on from what may be a telephone number: the longer reading wins.
    var card: (Match, last: Int)?
    var telephone: (Match, last: Int)?
    for last in first..<sequence.groups.count {
      let groups = first...last
      let count = sequence.count(of: groups)
      guard count <= 20 else { break }
      switch count {
      case 11, 13: telephone = telephone ?? mobileNumber(groups)
      case 15: telephone = telephone ?? mobileNumber(groups) ?? oldIdentityNumber(groups)
      case 17, 18, 20:
        if let identity = identityNumber(groups) { return identity }
        card = bankCard(groups) ?? card
      case 16, 19: card = bankCard(groups) ?? card
      default: break
      }
    }
    return card ?? telephone
  }

  // MARK: Identity numbers

  private func identityNumber(_ groups: ClosedRange<Int>) -> (Match, last: Int)? {
    var digits = sequence.digits(of: groups)
    guard IdentityNumber.isProvince(digits) else { return nil }
    var range = sequence.range(of: groups)
    if digits.count == 17 {
      guard let x = checkLetter(at: range.upperBound) else { return nil }
      range = range.lowerBound..<x
      digits.append(IdentityNumber.ten)
    } else if digits.count == 20 {
      // A disabled person's certificate is the identity number, a category from 1 to 7 and a grade from 1 to 4.
      guard groups.count == 1, (1...7).contains(digits[digits.endIndex - 2]), (1...4).contains(digits.last ?? 0)
      else { return nil }
      digits.removeLast(2)
    }
    guard digits.count == 18, IdentityNumber.isValid(digits),
      IdentityNumber.isPlausibleParting(sequence.partings(of: groups)),
      !isCode(in: range, digits)
    else { return nil }
    return (Match(kind: .identityNumber, range: range), groups.upperBound)
  }

  /// The end of the X at `position`, unless letters go on after it. Digits may: see the certificate above.
  private func checkLetter(at position: Int) -> Int? {
    let end: Int
    switch text[position] {
    case UInt8(ascii: "X"), UInt8(ascii: "x"): end = position + 1
    case 0xEF where text.has("Ｘ", at: position) || text.has("ｘ", at: position): end = position + 3
    default: return nil
    }
    guard !text.isASCIILetter(at: end) else { return nil }
    guard text.digit(at: end) != nil else { return end }
    let certificate = text.digit(at: end + 1) != nil && text.digit(at: end + 2) == nil
    return certificate ? end : nil
  }

  /// An index number's front part, or a unified credit code that says so.
  ///
  /// One identity number in some three hundred also passes as a credit code (GB 32100 and GB 11714 both fit), and
  /// it is the person who must be protected: without a label it is taken for an identity number.
  private func isCode(in range: Range<Int>, _ digits: ArraySlice<UInt8>) -> Bool {
    if text[range.upperBound] == UInt8(ascii: "/"), startsYear(at: range.upperBound + 1) { return true }
    return text.isLabelled(["索引号", "信用代码", "机构代码"], at: range.lowerBound)
      && CreditCode.isValid(digits)
  }

  private func startsYear(at position: Int) -> Bool {
    text.has("20", at: position) || text.has("19", at: position)
  }

  private func oldIdentityNumber(_ groups: ClosedRange<Int>) -> (Match, last: Int)? {
    guard IdentityNumber.isValidOldForm(sequence.digits(of: groups)) else { return nil }
    let range = sequence.range(of: groups)
    let partings = sequence.partings(of: groups)
    guard partings.isEmpty || partings == [6, 12], !isGlued(range),
      text.hasLabel(["身份"], before: range.lowerBound)
        || !text.isLabelled(["注册号", "执照", "许可证", "登记证", "编号", "代码"], at: range.lowerBound)
    else { return nil }
    return (Match(kind: .oldIdentityNumber, range: range), groups.upperBound)
  }

  // MARK: Cards and mobile numbers

  private func bankCard(_ groups: ClosedRange<Int>) -> (Match, last: Int)? {
    let digits = sequence.digits(of: groups)
    guard BankCard.isValid(digits) else { return nil }
    let range = sequence.range(of: groups)
    guard BankCard.isPlausibleParting(sequence.partings(of: groups)),
      !isGlued(range), !isHyphenated(groups), text[range.upperBound] != UInt8(ascii: "/"),
      !text.isLabelled(["索引号", "信用代码", "机构代码"], at: range.lowerBound)
    else { return nil }
    guard groups.count > 1 || !BankCard.readsAsCaseNumber(digits) || isLabelledAsCard(range) else { return nil }
    return (Match(kind: .bankCard, range: range), groups.upperBound)
  }

  private func isLabelledAsCard(_ range: Range<Int>) -> Bool {
    text.hasLabel(["银行", "卡号", "账号", "帐号", "账户", "帐户", "开户"], before: range.lowerBound)
  }

  private func mobileNumber(_ groups: ClosedRange<Int>) -> (Match, last: Int)? {
    if groups.count == 1, let start = plainAfterCountryCode(groups.lowerBound) {
      let end = sequence.range(of: groups).upperBound
      return (Match(kind: .mobileNumber, range: start..<end), groups.upperBound)
    }
    guard MobileNumber.isValid(sequence.digits(of: groups)) else { return nil }
    let range = sequence.range(of: groups)
    guard MobileNumber.isPlausibleParting(sequence.partings(of: groups)), !isHyphenated(groups), !isGlued(range)
    else { return nil }
    return (Match(kind: .mobileNumber, range: range), groups.upperBound)
  }

  /// `+8613812345678` or `008613812345678`: the start of the number with its country code.
  private func plainAfterCountryCode(_ index: Int) -> Int? {
    let group = sequence.groups[index]
    let digits = sequence.digits(of: index...index)
    guard MobileNumber.isValid(digits.suffix(11)), !isGlued(group.range) else { return nil }
    let start = group.range.lowerBound
    return switch Array(digits.dropLast(11)) {
    case [8, 6]: text.hasAny(of: ["+", "＋"], before: start) ? text.characterStart(before: start) : nil
    case [0, 0, 8, 6]: start
    default: nil
    }
  }

  /// Whether the number is a part of an amount, an identifier or an address on the web.
  private func isGlued(_ range: Range<Int>) -> Bool {
    MobileNumber.isPartOfSomethingElse(in: text, range)
  }

  /// Whether a hyphen ties the groups to further digits or letters, as in a case number.
  ///
  /// A country code before, and another telephone number before or after, are no such tie.
  private func isHyphenated(_ groups: ClosedRange<Int>) -> Bool {
    let before = groups.lowerBound - 1
    let after = groups.upperBound + 1
    if before >= 0, sequence.groups[groups.lowerBound].separator == .hyphen {
      if !isCountryCode(before), !isTelephone(before) { return true }
    } else if before < 0, text[sequence.range(of: groups).lowerBound - 1] == UInt8(ascii: "-"),
      text.isASCIILetter(at: sequence.range(of: groups).lowerBound - 2)
    {
      return true
    }
    guard after < sequence.groups.count else { return false }
    return sequence.groups[after].separator == .hyphen && !isTelephone(after)
  }

  private func isCountryCode(_ index: Int) -> Bool {
    let digits = sequence.digits(of: index...index)
    return digits.elementsEqual([8, 6]) || digits.elementsEqual([0, 0, 8, 6])
  }

  private func isTelephone(_ index: Int) -> Bool {
    let digits = sequence.digits(of: index...index)
    return switch digits.count {
    case 3, 4: digits.first == 0
    case 7, 8, 11: true
    default: false
    }
  }
}
