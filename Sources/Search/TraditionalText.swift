/// Which characters the traditional table changes.
enum TraditionalText {
  /// For each unit of the BMP; all are Han characters.
  static let isChanged: [Bool] = {
    var isChanged = [Bool](repeating: false, count: 0x10000)
    let pairs = TraditionalPairs.text.utf16.filter { $0 > 0x20 }
    for i in stride(from: 0, to: pairs.count - 1, by: 2) { isChanged[Int(pairs[i])] = true }
    return isChanged
  }()
}
