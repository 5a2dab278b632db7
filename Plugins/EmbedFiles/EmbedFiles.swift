import Foundation
import PackagePlugin

/// Compiles the text files of the folders listed in a target's `Embed.txt` into the target.
///
/// The product stays one file to copy, and needs no resource bundle, hence no Foundation.
@main struct EmbedFiles: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: Target) throws -> [Command] {
    let root = context.package.directoryURL
    let listing = try String(contentsOf: target.directoryURL.appending(path: "Embed.txt"), encoding: .utf8)
    let folders = listing.split(separator: "\n").map(String.init)
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedFiles.swift")
    let inputs = folders.flatMap { files(below: root.appending(path: $0)) }
    return [
      .buildCommand(
        displayName: "Embedding \(folders.joined(separator: ", "))",
        executable: try context.tool(named: "embed-files").url,
        arguments: [output.path(), root.path()] + folders, inputFiles: inputs, outputFiles: [output])
    ]
  }

  private func files(below folder: URL) -> [URL] {
    let found = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    return (found?.compactMap { $0 as? URL } ?? []).filter { !$0.hasDirectoryPath }.sorted { $0.path() < $1.path() }
  }
}
