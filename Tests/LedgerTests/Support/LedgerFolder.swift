import Consent
import Database
import Files
import Foundation
import Ledger
import StrictYAML

/// A folder for one ledger, gone with the test that made it.
final class LedgerFolder {
    let home: LedgerHome
    let clock = SettableClock(at("2026-10-02T09:15:00Z"))
    let random: SeededRandom
    private let top: URL

    init(seed: UInt64 = 1) throws {
        top = Self.temporaryFolder.appending(path: "ledger-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: top, withIntermediateDirectories: true)
        home = LedgerHome(path: top.appending(path: "home").path)
        random = SeededRandom(seed: seed)
    }

    /// In memory where the system has such a place: thousands of durable appends wait for the disk otherwise.
    private static let temporaryFolder =
        FileManager.default.isWritableFile(atPath: "/dev/shm")
        ? URL(filePath: "/dev/shm", directoryHint: .isDirectory) : FileManager.default.temporaryDirectory

    deinit { try? FileManager.default.removeItem(at: top) }

    /// A place beside the ledger's home, gone with the test too.
    func beside(_ name: String) -> String {
        name.isEmpty ? top.path : top.appending(path: name).path
    }

    /// Opens the ledger, and makes it the first time.
    func open(create: Bool = true) throws -> Ledger {
        let clock = clock
        return try Ledger(
            at: home, context: LedgerContext(now: { clock.now }, random: random), create: create,
            origin: "example.org/consent")
    }

    /// The error of opening the ledger, or nil if it opens.
    func openingError() -> LedgerError? {
        do {
            _ = try open(create: false)
            return nil
        } catch {
            return error as? LedgerError
        }
    }

    /// Opens a ledger that has a controller and the wording `newsletter@1`.
    func furnished() throws -> Ledger {
        let ledger = try open()
        if let controller = Controller(name: "Example GmbH", country: "de") { try ledger.name(controller) }
        _ = try ledger.publish(WordingFile(parsing: Array(WordingFile.example.utf8), name: "newsletter.md"))
        return ledger
    }

    /// A wording that asks for other purposes too.
    static func wording(_ id: String, purposes: [String]) throws -> WordingFile {
        let text = WordingFile.example
            .replacing("id: newsletter", with: "id: \(id)")
            .replacing("purposes: [newsletter]", with: "purposes: [\(purposes.joined(separator: ", "))]")
        return try WordingFile(parsing: Array(text.utf8), name: "\(id).md")
    }

    /// Changes a database behind the ledger's back.
    func edit(_ database: String, _ sql: String) throws {
        let connection = try Connection(path: database, mode: .readWrite)
        try connection.execute("PRAGMA foreign_keys = OFF")
        try connection.execute(sql)
        guard connection.changes > 0 || !sql.hasPrefix("UPDATE") else { throw NothingChanged() }
    }

    /// An edit that met no row, and so a test that tests nothing.
    struct NothingChanged: Error {}

    /// A copy of some files as they lie, with the write-ahead logs folded in first.
    func copy(_ files: [String]) throws -> [String: Data] {
        for file in files where file.hasSuffix(".db") {
            try Connection(path: file, mode: .readWrite).execute("PRAGMA wal_checkpoint(TRUNCATE)")
        }
        return try Dictionary(
            uniqueKeysWithValues: files.map { ($0, try Data(contentsOf: URL(filePath: $0))) })
    }

    /// Puts files back as they were copied; nobody may have the ledger open.
    func putBack(_ files: [String: Data]) throws {
        for (path, content) in files {
            for ending in ["-wal", "-shm"] { try PrivateFile.remove(path + ending) }
            try content.write(to: URL(filePath: path))
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
        }
    }

    /// Leaves a file in the ledger's folder, as a killed process would.
    func leave(_ text: String, at name: String) throws {
        try Data(text.utf8).write(to: URL(filePath: home.path).appending(path: name))
    }

    /// All bytes of every file in the folder, by name.
    func everyFile() throws -> [String: [UInt8]] {
        guard let walk = FileManager.default.enumerator(at: top, includingPropertiesForKeys: nil) else {
            return [:]
        }
        var files: [String: [UInt8]] = [:]
        for case let url as URL in walk where !url.hasDirectoryPath {
            files[url.lastPathComponent] = Array(try Data(contentsOf: url))
        }
        return files
    }
}
