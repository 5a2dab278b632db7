/// Finds bare addresses in text: `https://…`, `www.…` and e-mail addresses, by GFM's rules (0.29 §6.9).
///
/// With Chinese typography an address also ends before a Chinese character or mark of punctuation, and may follow
/// one directly: `见www.gov.cn，请登录`.
struct Autolink {
  let range: Range<Int>
  /// What goes before the address to make it a URL.
  let scheme: StaticString

  /// Longer domains are no domains (RFC 1035 allows 253 bytes).
  private static let maximumDomain = 1000

  /// The address that has its first `:`, `w` or `@` at `index` and begins no earlier than `start`.
  init?(_ text: UnsafeBufferPointer<UInt8>, at index: Int, notBefore start: Int, chineseTypography: Bool) {
    let scanner = AddressScanner(text: text, chineseTypography: chineseTypography)
    switch text[index] {
    case UInt8(ascii: ":"): self.init(scheme: scanner, colon: index, start)
    case UInt8(ascii: "w"): self.init(www: scanner, index, start)
    case UInt8(ascii: "@"): self.init(email: scanner, at: index, start)
    default: return nil
    }
  }

  private init?(scheme scanner: AddressScanner, colon: Int, _ earliest: Int) {
    let text = scanner.text
    guard colon + 3 < text.count, text[colon + 1] == UInt8(ascii: "/"), text[colon + 2] == UInt8(ascii: "/") else {
      return nil
    }
    var start = colon
    while start > earliest, colon - start < 6, AddressScanner.isLetter(text[start - 1]) { start -= 1 }
    guard scanner.isScheme(start..<colon) else { return nil }
    let domain = scanner.domainEnd(colon + 3, needsDot: false, limit: Self.maximumDomain)
    guard domain > colon + 3, let end = scanner.addressEnd(start..<domain) else { return nil }
    range = start..<end
    self.scheme = ""
  }

  private init?(www scanner: AddressScanner, _ start: Int, _ earliest: Int) {
    let text = scanner.text
    guard start + 4 < text.count, text[start..<start + 4].elementsEqual("www.".utf8),
      start == earliest || scanner.mayPrecedeAddress(text[start - 1])
    else { return nil }
    let domain = scanner.domainEnd(start, needsDot: true, limit: Self.maximumDomain)
    guard domain > start, let end = scanner.addressEnd(start..<domain) else { return nil }
    range = start..<end
    scheme = "http://"
  }

  private init?(email scanner: AddressScanner, at sign: Int, _ earliest: Int) {
    let text = scanner.text
    var start = sign
    while start > earliest, AddressScanner.isLocalPart(text[start - 1]) { start -= 1 }
    var end = sign + 1
    var dots = 0
    while end < text.count {
      let byte = text[end]
      if byte == UInt8(ascii: "."), end + 1 < text.count, AddressScanner.isAlphanumeric(text[end + 1]) {
        dots += 1
      } else if !AddressScanner.isAlphanumeric(byte), byte != UInt8(ascii: "-"), byte != UInt8(ascii: "_") {
        if byte == UInt8(ascii: "@") { return nil }
        break
      }
      end += 1
    }
    guard start < sign, dots > 0, AddressScanner.isLetter(text[end - 1]) || text[end - 1] == UInt8(ascii: ".") else {
      return nil
    }
    guard let trimmed = scanner.trimmedEnd(start..<end), trimmed > sign + 1 else { return nil }
    range = start..<trimmed
    scheme = "mailto:"
  }
}

/// The parts of an address, as cmark-gfm delimits them.
struct AddressScanner {
  let text: UnsafeBufferPointer<UInt8>
  let chineseTypography: Bool

  static func isLetter(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) }

  static func isAlphanumeric(_ byte: UInt8) -> Bool {
    isLetter(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  static func isLocalPart(_ byte: UInt8) -> Bool { isAlphanumeric(byte) || (".+-_" as StaticString).contains(byte) }

  func isScheme(_ range: Range<Int>) -> Bool {
    for scheme in ["http", "https", "ftp"] as [StaticString] where scheme.utf8CodeUnitCount == range.count {
      if range.allSatisfy({ text[$0] | 0x20 == scheme.utf8Start[$0 - range.lowerBound] }) { return true }
    }
    return false
  }

  func mayPrecedeAddress(_ byte: UInt8) -> Bool {
    byte <= 0x20 || ("*_~(" as StaticString).contains(byte) || chineseTypography && byte >= 0x80
  }

  /// Where the domain that starts at `start` ends; `start` where there is none.
  func domainEnd(_ start: Int, needsDot: Bool, limit: Int) -> Int {
    var index = start
    var dots = 0
    var underscores = (last: 0, before: 0)
    while index < text.count, index - start < limit {
      let byte = text[index]
      if byte == UInt8(ascii: "_") {
        underscores.last += 1
      } else if byte == UInt8(ascii: ".") {
        underscores = (0, underscores.last)
        dots += 1
      } else if byte != UInt8(ascii: "-") {
        let (scalar, length) = Scalars.decode(text, at: index)
        guard isHostCharacter(scalar) else { break }
        index += length
        continue
      }
      index += 1
    }
    if underscores.last > 0 || underscores.before > 0 || needsDot && dots == 0 { return start }
    return index
  }

  private func isHostCharacter(_ scalar: UInt32) -> Bool {
    if chineseTypography, ChineseCharacter.joinsAcrossLines(scalar) { return false }
    switch Flanking.classify(scalar) {
    case .letter: return true
    case .space, .chinese, .ascii: return false
    }
  }

  /// Where an address whose domain is at the end of `domain` ends: before a space or `<`, less what belongs to the
  /// sentence around it.
  func addressEnd(_ domain: Range<Int>) -> Int? {
    var end = domain.upperBound
    while end < text.count, text[end] > 0x20, text[end] != UInt8(ascii: "<") {
      if text[end] < 0x80 {
        end += 1
        continue
      }
      let (scalar, length) = Scalars.decode(text, at: end)
      if Mark.isMark(text, at: end) || chineseTypography && ChineseCharacter.joinsAcrossLines(scalar) { break }
      end += length
    }
    return trimmedEnd(domain.lowerBound..<end)
  }

  /// The end of `address` without closing punctuation, brackets that were not opened in it, and entities.
  func trimmedEnd(_ address: Range<Int>) -> Int? {
    var end = address.upperBound
    var unopened = 0
    for byte in text[address] {
      if byte == UInt8(ascii: ")") { unopened += 1 } else if byte == UInt8(ascii: "(") { unopened -= 1 }
    }
    while end > address.lowerBound {
      switch text[end - 1] {
      case UInt8(ascii: ")"):
        guard unopened > 0 else { return end }
        unopened -= 1
        end -= 1
      case UInt8(ascii: ";"):
        var start = end - 1
        while start > address.lowerBound, Self.isLetter(text[start - 1]) { start -= 1 }
        let isEntity = start < end - 1 && start > address.lowerBound && text[start - 1] == UInt8(ascii: "&")
        end = isEntity ? start - 1 : end - 1
      case let byte where ("?!.,:*_~'\"" as StaticString).contains(byte): end -= 1
      default: return end
      }
    }
    return nil
  }
}
