import Database
import Foundation

/// A folder for database files, gone with the test that made it.
final class ScratchDatabase {
    let path: String
    private let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "database-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        path = folder.appending(path: "sample.db").path
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    func open(_ mode: Connection.Mode = .create, busyTimeout: Int32 = 100) throws -> Connection {
        try Connection(path: path, mode: mode, busyTimeout: busyTimeout)
    }

    /// A path beside the database.
    func beside(_ name: String) -> String { folder.appending(path: name).path }
}
