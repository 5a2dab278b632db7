import ArgumentParser
import Build
import Diagnostics

/// In which language a command speaks.
struct LanguageOption: ParsableArguments {
  @Option(help: "语言：zh、en · language")
  var lang: Language?

  var language: Language { Output.language(lang) }
}

/// The site a command works on.
struct SiteOptions: ParsableArguments {
  @Option(help: "网站文件夹 · folder of the site")
  var source = "."

  @OptionGroup var speech: LanguageOption

  var language: Language { speech.language }

  /// Writes a new file and says where it is.
  ///
  /// - Parameter path: below the site's folder.
  func write(_ text: String, to path: String) throws {
    try NewFile.write([NewFile(path, text)], below: source)
    let path = source == "." ? path : "\(source)/\(path)"
    Output.standardOutput(language == .zh ? "已写入 \(path)\n" : "wrote \(path)\n")
  }
}

extension Language: ExpressibleByArgument {}
