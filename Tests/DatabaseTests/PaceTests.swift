import Database
import Testing

@Suite("A connection that works much")
struct PaceTests {
    let scratch: ScratchDatabase
    let connection: Connection

    init() throws {
        scratch = try ScratchDatabase()
        connection = try scratch.open()
        try connection.execute("CREATE TABLE t (a INTEGER, b TEXT)")
    }

    @Test("forgets the values of a statement that is used again")
    func values() throws {
        let sql = "INSERT INTO t (a, b) VALUES (?1, ?2)"
        func insert(_ a: Int64?, _ b: String?) throws {
            let statement = try connection.prepare(sql)
            if let a { try statement.bind(1, a) }
            if let b { try statement.bind(2, b) }
            try statement.run()
        }
        try insert(1, "one")
        try insert(2, nil)
        #expect(try connection.integer("SELECT count(*) FROM t WHERE b IS NULL AND a = 2") == 1)
    }

    @Test("does not go on in the middle of an answer that nobody read to its end")
    func abandoned() throws {
        try connection.execute("INSERT INTO t (a) VALUES (1), (2), (3)")
        for _ in 0..<3 { #expect(try connection.integer("SELECT a FROM t ORDER BY a") == 1) }
    }

    @Test("lets two use the same text at once")
    func atOnce() throws {
        try connection.execute("INSERT INTO t (a) VALUES (1), (2)")
        let sql = "SELECT a FROM t ORDER BY a"
        let one = try connection.prepare(sql)
        let other = try connection.prepare(sql)
        for _ in 0..<2 { _ = try one.step() }
        _ = try other.step()
        let answers = [one.integer(0), other.integer(0)]
        #expect(answers == [2, 1])
    }

    @Test("sees a table that was changed since the statement was compiled")
    func changed() throws {
        try connection.execute("INSERT INTO t (a) VALUES (1)")
        #expect(try connection.integer("SELECT count(*) FROM t") == 1)
        try connection.execute("DROP TABLE t; CREATE TABLE t (c TEXT)")
        #expect(try connection.integer("SELECT count(*) FROM t") == 0)
    }

    @Test("has the pages that it was made with")
    func pages() throws {
        let path = scratch.beside("wide.db")
        do {
            let wide = try Connection(path: path, mode: .create, pageSize: 8192)
            try wide.execute("CREATE TABLE t (a INTEGER)")
            #expect(try wide.integer("PRAGMA page_size") == 8192)
        }
        let again = try Connection(path: path, mode: .create, pageSize: 4096)
        try again.rebuild()
        #expect(try again.integer("PRAGMA page_size") == 8192)
    }

    private struct Stop: Error {}

    @Test("waits for the disk again after a transaction that need not")
    func unhurried() throws {
        try connection.unhurriedTransaction {
            #expect(try connection.integer("PRAGMA synchronous") == 1)
            try connection.execute("INSERT INTO t (a) VALUES (1)")
        }
        #expect(try connection.integer("PRAGMA synchronous") == 2)
        #expect(throws: Stop.self) {
            try connection.unhurriedTransaction {
                try connection.execute("INSERT INTO t (a) VALUES (2)")
                throw Stop()
            }
        }
        #expect(try connection.integer("PRAGMA synchronous") == 2)
        #expect(try connection.integer("SELECT count(*) FROM t") == 1)
    }

    @Test("gives back the room that it got")
    func room() throws {
        let pragmas = ["cache_size", "wal_autocheckpoint"]
        let before = try pragmas.map { try connection.integer("PRAGMA \($0)") }
        try connection.withRoom(cache: 32, log: 16) { () throws in
            #expect(try connection.integer("PRAGMA cache_size") == -32_768)
            #expect(try connection.integer("PRAGMA wal_autocheckpoint") == 4096)
            #expect(try connection.integer("PRAGMA synchronous") == 2)
        }
        #expect(try pragmas.map { try connection.integer("PRAGMA \($0)") } == before)
        #expect(throws: Stop.self) {
            try connection.withRoom(cache: 32, log: 16) { () throws in throw Stop() }
        }
        #expect(try pragmas.map { try connection.integer("PRAGMA \($0)") } == before)
    }
}
