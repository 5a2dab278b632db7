import ArgumentParser
import Build

@main struct Gongkai: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gongkai", abstract: "政府信息公开静态网站生成器 · Static sites for government information disclosure",
    version: generator,
    subcommands: [
      InitCommand.self, NewCommand.self, ImportCommand.self, ServeCommand.self, CheckCommand.self, BuildCommand.self,
      LockCommand.self, VerifyCommand.self, ListCommand.self, SchemaCommand.self, ExplainCommand.self,
    ])

  /// 2 for wrong usage, as the contract says; the parser's own code is 64.
  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch let code as ExitCode {
      exit(withError: code)
    } catch let failure as MachineFailure {
      Output.error(failure.message[Output.language(nil)])
      exit(withError: ExitCode(3))
    } catch {
      let code = exitCode(for: error)
      guard code == .validationFailure else { exit(withError: error) }
      Output.standardError(fullMessage(for: error) + "\n")
      exit(withError: ExitCode(2))
    }
  }
}
