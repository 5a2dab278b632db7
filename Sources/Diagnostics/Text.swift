/// One sentence in the two languages the product speaks.
public struct Text: Sendable, Hashable {
  public let zh: String
  public let en: String

  public init(zh: String, en: String) {
    self.zh = zh
    self.en = en
  }

  public subscript(language: Language) -> String {
    switch language {
    case .zh: zh
    case .en: en
    }
  }
}

/// The language of diagnostics and command output.
public enum Language: String, Sendable, CaseIterable {
  case zh, en

  /// The language a POSIX locale name such as `en_US.UTF-8` asks for.
  ///
  /// Chinese unless the locale names another language: the product's users read Chinese,
  /// and build machines commonly run in `C` or `POSIX`, which name none.
  public init(locale: String?) {
    let name = locale?.split(separator: ".").first.map(String.init) ?? ""
    self = name.isEmpty || name == "C" || name == "POSIX" || name.hasPrefix("zh") ? .zh : .en
  }
}
