import Foundation
import PackagePlugin

/// Embeds the policies of the repository with their folders into `Policies`, and the folder of data beside their sources into `Origins`
/// (`Layouts`), `HandOver` (`Tools`), `Rights` (`Texts`) and `Audit` (`Dossier/Enclosures`).
///
/// Policies lie at the top of the repository, where the people who answer for them find them; a target's
/// own resources could not reach there.
@main
struct EmbedFilesPlugin: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        let folder =
            switch target.name {
            // Another package may build the room through a link, and has no such folder.
            case "Policies":
                target.directoryURL.resolvingSymlinksInPath().deletingLastPathComponent()
                    .deletingLastPathComponent().appending(path: "policies")
            case "Audit": target.directoryURL.appending(path: "Dossier/Enclosures")
            case "HandOver": target.directoryURL.appending(path: "Tools")
            case "Rights": target.directoryURL.appending(path: "Texts")
            default: target.directoryURL.appending(path: "Layouts")
            }
        let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
            .filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".go") || $0.hasSuffix(".schema.json") }
            .sorted()
            .map { folder.appending(path: $0) }
        let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedFiles.swift")
        return [
            .buildCommand(
                displayName: "Embedding \(files.count) files into \(target.name)",
                executable: try context.tool(named: "embed-files").url,
                arguments: [output.path, folder.path] + files.map(\.path),
                inputFiles: files,
                outputFiles: [output])
        ]
    }
}
