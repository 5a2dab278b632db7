/// Finds personal data that must not be published: identity, card and mobile numbers, home addresses, and names
/// beside health or hardship (政府信息公开条例 (2019) Art. 15; de-identification: 2018年政务公开工作要点).
///
/// What public bodies print every day is not personal data: index numbers, unified credit codes, document numbers,
/// office landlines, dates and amounts. The detector reads UTF-8 bytes once and allocates only for what it finds,
/// so that every document and every attachment can be read on every build.
public struct PersonalDataDetector: Sendable {
  /// How the findings' values are masked.
  public let masking: MaskingRule

  public init(masking: MaskingRule = .narrow) {
    self.masking = masking
  }

  /// The findings in the order of the text; none overlaps another.
  public func findings(in text: Span<UInt8>) -> [PersonalDataFinding] {
    text.withByteText { findings(in: $0) }
  }

  private func findings(in text: ByteText) -> [PersonalDataFinding] {
    var findings: [PersonalDataFinding] = []
    var position = 0
    while let landmark = LandmarkScan.nextDigitOrSurname(in: text, from: position) {
      if text[landmark] == 0xE5 {
        position = landmark + 3
        if let name = ConditionTable.firstName(in: text, headingAt: landmark) {
          append(.nameBesideCondition, name, of: text, to: &findings)
        }
      } else {
        position = readDigits(in: text, from: landmark, to: &findings)
      }
    }
    findings.sort { $0.range.lowerBound < $1.range.lowerBound }
    return findings
  }

  /// Reads the digit sequence that begins at `start`, and returns its end.
  @inline(__always)
  private func readDigits(in text: ByteText, from start: Int, to findings: inout [PersonalDataFinding]) -> Int {
    let extent = DigitSequence.extent(in: text, from: start)
    if extent.digits >= PersonalNumbers.fewestDigits {
      for match in PersonalNumbers.matches(in: text, from: start) {
        append(match.kind, match.range, of: text, to: &findings)
      }
    }
    readAddress(in: text, start..<extent.firstGroupEnd, to: &findings)
    guard extent.firstGroupEnd < extent.end else { return extent.end }
    for group in DigitSequence(in: text, from: start).groups.dropFirst() {
      readAddress(in: text, group.range, to: &findings)
    }
    return extent.end
  }

  @inline(__always)
  private func readAddress(in text: ByteText, _ number: Range<Int>, to findings: inout [PersonalDataFinding]) {
    guard let address = HomeAddress.range(in: text, endingWith: number) else { return }
    append(.homeAddress, address, of: text, to: &findings)
  }

  private func append(
    _ kind: PersonalDataKind, _ range: Range<Int>, of text: ByteText, to findings: inout [PersonalDataFinding]
  ) {
    // `2单元301室5号` ends twice; the first ending has shown the home already. An address is no longer than a few
    // numbers, so only the latest findings can overlap it.
    guard !findings.suffix(10).contains(where: { $0.range.overlaps(range) }) else { return }
    findings.append(
      PersonalDataFinding(kind: kind, range: range, masked: masking.mask(kind, text.string(range))))
  }
}
