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
    var names: [Range<Int>] = []
    var tableHeaderEnd = 0
    while let landmark = LandmarkScan.nextDigitOrSurname(in: text, from: position) {
      if text[landmark] == 0xE5 {
        position = landmark + 3
        guard landmark >= tableHeaderEnd else { continue }
        let table = ConditionTable.read(in: text, headingAt: landmark)
        tableHeaderEnd = table.end
        names += table.names
      } else {
        position = readDigits(in: text, from: landmark, to: &findings)
      }
    }
    guard !names.isEmpty else { return findings.sorted { $0.range.lowerBound < $1.range.lowerBound } }
    return merged(findings, names, of: text)
  }

  /// With the names that no other finding overlaps: an address may begin with one.
  private func merged(
    _ findings: [PersonalDataFinding], _ names: [Range<Int>], of text: ByteText
  ) -> [PersonalDataFinding] {
    let named = names.map { finding(.nameBesideCondition, $0, of: text) }
    var merged: [PersonalDataFinding] = []
    for finding in (findings + named).sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      guard let last = merged.last, last.range.overlaps(finding.range) else {
        merged.append(finding)
        continue
      }
      if last.kind == .nameBesideCondition { merged[merged.count - 1] = finding }
    }
    return merged
  }

  /// Reads the digit sequence that begins at `start`, and returns its end.
  @inline(__always)
  private func readDigits(in text: ByteText, from start: Int, to findings: inout [PersonalDataFinding]) -> Int {
    let earlier = findings.last?.range.upperBound ?? 0
    let extent = DigitSequence.extent(in: text, from: start) { number in
      guard let address = HomeAddress.range(in: text, endingWith: number) else { return }
      // A number in the same clause has been found before: `张三13812345678住5号楼2单元301室`.
      let addressStart = earlier <= start ? max(address.lowerBound, earlier) : address.lowerBound
      append(.homeAddress, addressStart..<address.upperBound, of: text, to: &findings)
    }
    if extent.digits >= PersonalNumbers.fewestDigits(hasMobileStart: extent.hasMobileStart) {
      for match in PersonalNumbers.matches(in: text, from: start) {
        append(match.kind, match.range, of: text, to: &findings)
      }
    }
    return extent.end
  }

  private func append(
    _ kind: PersonalDataKind, _ range: Range<Int>, of text: ByteText, to findings: inout [PersonalDataFinding]
  ) {
    // `2单元301室5号` ends twice; the first ending has shown the home already. An address is no longer than a few
    // numbers, so only the latest findings can overlap it.
    guard !findings.suffix(10).contains(where: { $0.range.overlaps(range) }) else { return }
    findings.append(finding(kind, range, of: text))
  }

  private func finding(_ kind: PersonalDataKind, _ range: Range<Int>, of text: ByteText) -> PersonalDataFinding {
    PersonalDataFinding(kind: kind, range: range, masked: masking.mask(kind, text.string(range)))
  }
}
