import Chronology

/// The editions of 《中华人民共和国政府信息公开条例》. A document is judged by the one in force on its day.
public enum RegulationEdition: Int, Sendable, Comparable {
  /// 国务院令第492号, in force from 2008-05-01.
  case of2008 = 2008
  /// 国务院令第711号, in force from 2019-05-15.
  case of2019 = 2019

  /// `nil` before the first.
  public init?(inForceOn date: CivilDate) {
    if date.digits >= 2019_05_15 {
      self = .of2019
    } else if date.digits >= 2008_05_01 {
      self = .of2008
    } else {
      return nil
    }
  }

  public static func < (a: RegulationEdition, b: RegulationEdition) -> Bool { a.rawValue < b.rawValue }
}
