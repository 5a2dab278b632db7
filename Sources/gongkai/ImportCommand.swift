import ArgumentParser

struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "把已有的文件变成内容 · Turn existing files into content",
    subcommands: [ImportEntries.self, ImportReport.self])
}
