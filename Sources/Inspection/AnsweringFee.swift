/// The fee for handling applications beyond a reasonable number or volume (政府信息公开信息处理费管理办法,
/// 国办函〔2020〕109号), in whole yuan.
///
/// An organ chooses one of the two methods for an application. Each tier's price holds for the part within it.
public enum AnsweringFee {
  /// Counts up to this are computed; nobody asks for more, and the sums stay far from overflow.
  public static let greatestCount = 1_000_000

  /// By piece (按件), for all pieces one applicant asks of one organ in a calendar month: up to 10 free, from the
  /// 11th 100 yuan each, from the 31st each band of ten costs 100 yuan more a piece than the band before.
  ///
  /// `nil` when `pieces` is negative or above `greatestCount`.
  public static func yuan(forPieces pieces: Int) -> Int? {
    guard (0...greatestCount).contains(pieces) else { return nil }
    let firstTier = 100 * (min(pieces, 30) - min(pieces, 10))
    let beyond = max(0, pieces - 30)
    let (bands, rest) = (beyond / 10, beyond % 10)
    return firstTier + 10 * 100 * (bands * (bands + 3) / 2) + rest * 100 * (bands + 2)
  }

  /// By volume (按量), pages of A4: up to 30 free, to 100 at 10 yuan, to 200 at 20, above at 40.
  ///
  /// `nil` when `pages` is negative or above `greatestCount`.
  public static func yuan(forPages pages: Int) -> Int? {
    guard (0...greatestCount).contains(pages) else { return nil }
    let tiers = [(above: 30, price: 10), (above: 100, price: 10), (above: 200, price: 20)]
    return tiers.reduce(0) { $0 + max(0, pages - $1.above) * $1.price }
  }
}
