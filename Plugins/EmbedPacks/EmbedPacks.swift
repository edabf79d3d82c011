import Foundation
import PackagePlugin

/// Writes the files below `Packs` into the program, so that one binary brings the core pack along.
@main
struct EmbedPacks: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        let packs = context.package.directoryURL.appending(path: "Packs")
        let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedPacks.swift")
        let all =
            FileManager.default.enumerator(at: packs, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL } ?? []
        let files = all.filter { !$0.hasDirectoryPath }.sorted { $0.path < $1.path }
        return [
            .buildCommand(
                displayName: "Embedding packs", executable: try context.tool(named: "embed").url,
                arguments: [packs.path, output.path], inputFiles: files, outputFiles: [output])
        ]
    }
}
