import ArgumentParser
import Build

struct LockCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lock", abstract: "把公开的索引号记入 index-numbers.txt · Record the index numbers that are public")

  @OptionGroup var options: CommonOptions

  func run() throws {
    let (outcome, added) = try IndexNumberLock.update(options.buildOptions)
    guard outcome.summary.errors == 0 else {
      options.report(outcome)
      throw ExitCode(1)
    }
    guard !options.quiet else { return }
    Output.standardOutput(
      options.language == .zh ? "新记入 \(added) 个索引号\n" : "\(added) index numbers are new to the record\n")
  }
}
