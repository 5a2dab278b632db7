import Diagnostics

extension NearMiss {
  /// For the end of a sentence on wrong usage: what may be meant by a word; empty if no candidate is near.
  static func question(for word: String, among candidates: [String]) -> String {
    best(for: word, among: candidates).map { "；是否应为“\($0)”？ · did you mean “\($0)”?" } ?? ""
  }
}
