import Database
import Testing

@Suite("A schema")
struct SchemaTests {
    let scratch: ScratchDatabase
    let first = Schema(applicationID: 77, migrations: ["CREATE TABLE a (n INTEGER) STRICT"])
    let second = Schema(
        applicationID: 77,
        migrations: ["CREATE TABLE a (n INTEGER) STRICT", "CREATE TABLE b (n INTEGER) STRICT"])

    init() throws { scratch = try ScratchDatabase() }

    @Test("is brought to its newest version, also from an older one")
    func migration() throws {
        try scratch.open().migrate(to: first)
        let connection = try scratch.open(.readWrite)
        try connection.execute("INSERT INTO a VALUES (1)")
        try connection.migrate(to: second)
        try connection.migrate(to: second)
        #expect(try connection.integer("PRAGMA user_version") == 2)
        #expect(try connection.integer("PRAGMA application_id") == 77)
        #expect(try connection.integer("SELECT count(*) FROM a, (SELECT count(*) FROM b)") == 1)
    }

    @Test("refuses a newer file and a foreign one")
    func mismatch() throws {
        try scratch.open().migrate(to: second)
        #expect(throws: Schema.Mismatch.newer(found: 2, known: 1)) {
            try scratch.open(.readWrite).migrate(to: first)
        }
        let other = Schema(applicationID: 78, migrations: second.migrations)
        #expect(throws: Schema.Mismatch.foreign) { try scratch.open(.readWrite).migrate(to: other) }
    }

    @Test("never takes an emptied file for a new one")
    func empty() throws {
        _ = try scratch.open()
        #expect(throws: Schema.Mismatch.empty(path: scratch.path)) {
            try scratch.open(.readWrite).migrate(to: first)
        }
    }

    @Test("a step that fails leaves the version before it")
    func failedStep() throws {
        let broken = Schema(
            applicationID: 77, migrations: first.migrations + ["CREATE TABLE b (n INTEGER) STRICT; NONSENSE"])
        let connection = try scratch.open()
        #expect(throws: DatabaseError.self) { try connection.migrate(to: broken) }
        #expect(try connection.integer("PRAGMA user_version") == 1)
        #expect(try connection.integer("SELECT count(*) FROM sqlite_schema WHERE name = 'b'") == 0)
    }
}
