import Database
import Foundation
import Testing

@Suite("A copy of a database")
struct CopyingTests {
    let scratch: ScratchDatabase
    let source: Connection

    init() throws {
        scratch = try ScratchDatabase()
        source = try scratch.open()
        try source.execute(
            "CREATE TABLE numbers (n INTEGER, t TEXT) STRICT; PRAGMA application_id = 7; PRAGMA user_version = 3"
        )
        try source.transaction {
            for number in 0..<3000 {
                try source.execute("INSERT INTO numbers VALUES (\(number), 'number \(number)')")
            }
        }
    }

    private func copied() throws -> Connection {
        try source.copy(to: scratch.beside("copy.db"), through: scratch.beside("pages"))
        return try Connection(path: scratch.beside("copy.db"), mode: .readOnly)
    }

    @Test("is the whole file, with its format, and needs no write-ahead log")
    func whole() throws {
        let copy = try copied()
        #expect(try copy.integer("SELECT sum(n) FROM numbers") == 4_498_500)
        #expect(try copy.integer("PRAGMA application_id") == 7)
        #expect(try copy.integer("PRAGMA user_version") == 3)
        #expect(try copy.text("PRAGMA journal_mode") == "delete")
        #expect(try copy.integrityFindings() == [])
    }

    @Test("is the file as it was when the snapshot began, whatever others write")
    func snapshot() throws {
        let writer = try scratch.open(.readWrite)
        try source.beginSnapshot()
        try writer.execute("DELETE FROM numbers WHERE n >= 10")
        #expect(try copied().integer("SELECT count(*) FROM numbers") == 3000)
        source.endSnapshot()
    }

    @Test("holds nothing of what was deleted before")
    func deleted() throws {
        try source.execute("DELETE FROM numbers WHERE n % 100 <> 0")
        #expect(try copied().integer("SELECT count(*) FROM numbers") == 30)
        let bytes = try Data(contentsOf: URL(filePath: scratch.beside("copy.db")))
        #expect(bytes.range(of: Data("number 1234".utf8)) == nil)
        #expect(bytes.range(of: Data("number 1200".utf8)) != nil)
    }

    @Test("is not made over something else")
    func occupied() throws {
        try Data("a list".utf8).write(to: URL(filePath: scratch.beside("copy.db")))
        #expect(throws: DatabaseError.self) { try copied() }
        #expect(try Data(contentsOf: URL(filePath: scratch.beside("copy.db"))) == Data("a list".utf8))
    }
}
