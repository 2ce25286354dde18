import Foundation

/// The repository in which these tests lie.
enum Repository {
    /// Its top folder.
    static let top = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// Every Swift file beneath a folder of the top, fixtures left out.
    static func swiftFiles(in folder: String) throws -> [SourceFile] {
        let start = top.appending(path: folder)
        guard
            let walk = FileManager.default.enumerator(
                at: start, includingPropertiesForKeys: nil, options: .skipsHiddenFiles)
        else {
            return []
        }
        var files: [SourceFile] = []
        for case let url as URL in walk
        where url.pathExtension == "swift" && !url.pathComponents.contains("Fixtures") {
            let path = folder + url.path.dropFirst(start.path.count)
            files.append(SourceFile(path: path, text: try String(contentsOf: url, encoding: .utf8)))
        }
        return files.sorted { $0.path < $1.path }
    }

    /// The names at the top that everybody sees; those that begin with a dot are left out.
    static func visibleNames() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: top.path).filter { !$0.hasPrefix(".") }.sorted()
    }

    /// The names of the folders in a folder of the top.
    static func folders(in folder: String) throws -> [String] {
        let start = top.appending(path: folder)
        return try FileManager.default.contentsOfDirectory(
            at: start, includingPropertiesForKeys: [.isDirectoryKey]
        )
        .filter { try $0.resourceValues(forKeys: [.isDirectoryKey]).isDirectory == true }
        .map(\.lastPathComponent).sorted()
    }

    /// What the manifest says.
    static func manifest() throws -> Manifest {
        Manifest(parsing: try String(contentsOf: top.appending(path: "Package.swift"), encoding: .utf8))
    }
}
