import ArgumentParser
import Diagnostics
import Glibc

/// Asks for one thing after the other on the terminal.
struct Question {
  let language: Language

  /// Whether somebody can answer.
  static var isPossible: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1 }

  /// The answer, or `nil` for an empty line; asks again until `isValid` holds.
  func callAsFunction(_ text: Text, where isValid: (String) -> Bool = { _ in true }) -> String? {
    while true {
      Output.standardError("\(text[language])\(language == .zh ? "（可以不填）：" : " (optional): ")")
      guard let answer = answer() else { return nil }
      if isValid(answer) { return answer }
    }
  }

  /// The answer, or `usual` for an empty line; asks again until `isValid` holds.
  func callAsFunction(_ text: Text, _ usual: String, where isValid: (String) -> Bool = { _ in true }) -> String {
    while true {
      Output.standardError("\(text[language])\(language == .zh ? "［\(usual)］：" : " [\(usual)]: ")")
      guard let answer = answer() else { return usual }
      if isValid(answer) { return answer }
    }
  }

  func required(_ text: Text) throws -> String {
    for _ in 0..<3 {
      Output.standardError("\(text[language])\(language == .zh ? "：" : ": ")")
      if let answer = answer() { return answer }
    }
    throw ValidationError("没有写\(text.zh) · there is no \(text.en)")
  }

  private func answer() -> String? {
    guard let line = readLine() else { return nil }
    var text = line.drop { $0.isWhitespace }
    while text.last?.isWhitespace == true { text.removeLast() }
    return text.isEmpty ? nil : String(text)
  }
}
