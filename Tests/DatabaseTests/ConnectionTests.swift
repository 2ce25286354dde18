import Database
import Foundation
import Testing

@Suite("A connection")
struct ConnectionTests {
    let scratch: ScratchDatabase

    init() throws { scratch = try ScratchDatabase() }

    @Test(
        "holds to the settings of the house",
        arguments: [
            ("journal_mode", "wal"), ("synchronous", "2"), ("secure_delete", "1"), ("foreign_keys", "1"),
            ("temp_store", "2"), ("trusted_schema", "0"),
        ])
    func settings(pragma: String, value: String) throws {
        #expect(try scratch.open().text("PRAGMA \(pragma)") == value)
        #expect(try scratch.open(.readWrite).text("PRAGMA \(pragma)") == value)
    }

    @Test(
        "is refused where there is no file, and makes one only when asked",
        arguments: [Connection.Mode.readWrite, .readOnly])
    func missing(mode: Connection.Mode) {
        #expect(throws: DatabaseError.self) { try scratch.open(mode) }
        #expect(!FileManager.default.fileExists(atPath: scratch.path))
    }

    @Test("is refused for a file that is a link")
    func link() throws {
        _ = try scratch.open()
        let link = scratch.beside("link.db")
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: scratch.path)
        #expect(throws: DatabaseError.self) { try Connection(path: link, mode: .readWrite) }
    }

    @Test("a transaction that throws leaves nothing, and the connection goes on")
    func rollback() throws {
        struct Stop: Error {}
        let connection = try scratch.open()
        try connection.execute("CREATE TABLE numbers (n INTEGER) STRICT")
        #expect(throws: Stop.self) {
            try connection.transaction {
                try connection.execute("INSERT INTO numbers VALUES (1)")
                throw Stop()
            }
        }
        #expect(try connection.integer("SELECT count(*) FROM numbers") == 0)
        try connection.transaction { try connection.execute("INSERT INTO numbers VALUES (2)") }
        #expect(try scratch.open(.readOnly).integer("SELECT n FROM numbers") == 2)
    }

    @Test("values of every kind come back as they were bound")
    func values() throws {
        let connection = try scratch.open()
        let statement = try connection.prepare("SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7")
        try statement.bind(1, Int64.min)
        try statement.bind(2, "a\u{0}b \u{1F600}")
        try statement.bind(3, [0, 255, 7])
        try statement.bind(4, nil as String?)
        try statement.bind(5, "")
        try statement.bind(6, [])
        try statement.bind(7, nil as Int64?)
        #expect(try statement.step())
        #expect(statement.integer(0) == .min)
        #expect(statement.text(1) == "a\u{0}b \u{1F600}")
        #expect(statement.bytes(2) == [0, 255, 7])
        #expect(statement.optionalText(3) == nil)
        #expect(statement.optionalText(4) == "")
        #expect(statement.bytes(5) == [])
        #expect(statement.optionalInteger(6) == nil)
        #expect(try !statement.step())
    }

    @Test("an error names the statement and never the value")
    func silentErrors() throws {
        let connection = try scratch.open()
        try connection.execute("CREATE TABLE people (email TEXT UNIQUE) STRICT")
        let insertion = try connection.prepare("INSERT INTO people VALUES (?1)")
        try insertion.bind(1, "ada@example.org")
        try insertion.run()
        try insertion.bind(1, "ada@example.org")
        var caught: DatabaseError?
        do { try insertion.run() } catch { caught = error }
        #expect(caught?.isConstraint == true)
        #expect(caught?.description.contains("INSERT INTO people") == true)
        #expect(caught?.description.contains("ada") == false)
    }

    @Test("a second writer is told that the file is busy")
    func busy() throws {
        let (one, other) = (try scratch.open(), try scratch.open())
        try one.execute("BEGIN IMMEDIATE")
        var caught: DatabaseError?
        do { try other.execute("BEGIN IMMEDIATE") } catch { caught = error }
        #expect(caught?.isBusy == true)
    }

    @Test("damage to a page is found by the check of the whole file")
    func integrity() throws {
        let connection = try scratch.open()
        try connection.execute("CREATE TABLE numbers (n INTEGER PRIMARY KEY, t TEXT) STRICT")
        try connection.execute(
            "WITH RECURSIVE c (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < 2000) "
                + "INSERT INTO numbers SELECT n, 'text ' || n FROM c")
        #expect(try connection.integrityFindings() == [])
        try connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        var content = try Data(contentsOf: URL(filePath: scratch.path))
        content.replaceSubrange(8192..<8292, with: Data(repeating: 0xFF, count: 100))
        try content.write(to: URL(filePath: scratch.path))
        var isFound = false
        do { isFound = try scratch.open(.readWrite).integrityFindings() != [] } catch let error
            as DatabaseError
        {
            isFound = error.isCorruption
        }
        #expect(isFound)
    }
}
