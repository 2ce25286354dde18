import Database
import Files

/// A copy of a database that is in use, in a file for its owner alone.
enum DatabaseCopy {
    /// Makes the copy and brings it to the disk.
    static func make(of connection: Connection, at place: String) throws {
        let pages = place + ".pages"
        defer { try? PrivateFile.remove(pages) }
        try PrivateFile.ensure(pages)
        try PrivateFile.ensure(place)
        try connection.copy(to: place, through: pages)
        try PrivateFile.synchronise(place)
    }
}
