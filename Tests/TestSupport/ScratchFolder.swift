import Files
import Foundation

/// A folder of a test's own, gone when the test is.
package final class ScratchFolder: Sendable {
    /// Where it is.
    package let path: String

    /// Makes an empty one.
    package init() throws {
        // A disk in memory where there is one: what is on trial here is not how long an fsync takes.
        let memory = "/dev/shm/"
        let base = FileManager.default.isWritableFile(atPath: memory) ? memory : NSTemporaryDirectory()
        path = base + "consentgate-" + UUID().uuidString
        try FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// A name within it.
    package func path(_ name: String) -> String { Path.join(path, name) }

    /// Writes a file within it, with the folders above it, and gives its path.
    @discardableResult
    package func write(_ name: String, _ bytes: [UInt8]) throws -> String {
        let place = path(name)
        try Folder.make(Path.split(place).folder)
        try Self.place(bytes, at: place)
        return place
    }

    /// Writes a file anywhere, and over what lies there.
    package static func place(_ bytes: [UInt8], at path: String) throws {
        try Data(bytes).write(to: URL(fileURLWithPath: path))
    }

    /// Every file within a folder and below, by its path within it, sorted.
    package static func files(in folder: String) -> [String] {
        let all = FileManager.default.subpaths(atPath: folder) ?? []
        return all.filter { PrivateFile.exists(Path.join(folder, $0)) }.sorted()
    }
}
