import ArgumentParser
import Build
import Diagnostics

struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "按 manifest.json 核对已发布的文件夹 · Compare a published folder with its manifest")

  @Argument(help: "已发布的文件夹 · published folder")
  var folder = "public"

  @OptionGroup var speech: LanguageOption

  func run() throws {
    let result = try Verification(folder: folder)
    let chinese = speech.language == .zh
    for path in result.changed { Output.standardOutput("\(chinese ? "已改动" : "changed"): \(path)\n") }
    for path in result.missing { Output.standardOutput("\(chinese ? "缺少" : "missing"): \(path)\n") }
    for path in result.extra { Output.standardOutput("\(chinese ? "多出" : "extra"): \(path)\n") }
    if result.isInterrupted {
      Output.standardOutput(
        chinese ? "上次发布没有完成，请重新 build\n" : "the last build did not finish publishing; build again\n")
    }
    Output.standardOutput(chinese ? "\(result.intact) 个文件一致\n" : "\(result.intact) files intact\n")
    if !result.isClean { throw ExitCode(1) }
  }
}
