import Cryptography
import Database
import MerkleLog

extension LogStore {
    /// Keeps a token; the same one a second time changes nothing.
    func keep(_ token: TimestampToken, size: UInt64) throws {
        let statement = try connection.prepare(
            "INSERT INTO timestamps (size, token, stamped_at) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING")
        try statement.bind(1, Int64(clamping: size))
        try statement.bind(2, token.bytes)
        try statement.bind(3, token.stampedAt)
        try statement.run()
    }

    /// Every token with its size, in the order of size and time.
    func timestamps() throws -> [(size: UInt64, token: [UInt8])] {
        let statement = try connection.prepare(
            "SELECT size, token FROM timestamps ORDER BY size, stamped_at, token")
        var found: [(size: UInt64, token: [UInt8])] = []
        while try statement.step() {
            found.append((UInt64(clamping: statement.integer(0)), statement.bytes(1)))
        }
        return found
    }

    /// Keeps the cosignature of a witness, in place of an older one on the same checkpoint.
    func keep(_ line: NoteSignature, size: UInt64) throws {
        let statement = try connection.prepare(
            "INSERT INTO cosignatures (size, name, line) VALUES (?1, ?2, ?3) "
                + "ON CONFLICT (size, name) DO UPDATE SET line = excluded.line")
        try statement.bind(1, Int64(clamping: size))
        try statement.bind(2, line.name)
        try statement.bind(3, line.line)
        try statement.run()
    }

    /// The signature lines of witnesses under a checkpoint, by name.
    func cosignatures(size: UInt64) throws -> [String] {
        let statement = try connection.prepare(
            "SELECT line FROM cosignatures WHERE size = ?1 ORDER BY name")
        try statement.bind(1, Int64(clamping: size))
        var lines: [String] = []
        while try statement.step() { lines.append(statement.text(0)) }
        return lines
    }

    /// The largest checkpoint that a witness of this name has cosigned.
    func lastCosigned(by name: String) throws -> UInt64? {
        let statement = try connection.prepare("SELECT max(size) FROM cosignatures WHERE name = ?1")
        try statement.bind(1, name)
        guard try statement.step() else { return nil }
        return statement.optionalInteger(0).map { UInt64(clamping: $0) }
    }

    /// How many cosignatures are kept for every checkpoint that has some, smallest first.
    func cosignedSizes() throws -> [(size: UInt64, line: String)] {
        let statement = try connection.prepare("SELECT size, line FROM cosignatures ORDER BY size, name")
        var found: [(size: UInt64, line: String)] = []
        while try statement.step() {
            found.append((UInt64(clamping: statement.integer(0)), statement.text(1)))
        }
        return found
    }

    /// The size of the newest kept checkpoint whose note text has a digest; nil where none has.
    func checkpointSize(imprint: Digest) throws -> UInt64? {
        let statement = try connection.prepare("SELECT size, note FROM checkpoints ORDER BY size DESC")
        while try statement.step() {
            guard let note = try? SignedNote(parsing: statement.text(1)) else { continue }
            if note.imprint == imprint { return UInt64(clamping: statement.integer(0)) }
        }
        return nil
    }
}
