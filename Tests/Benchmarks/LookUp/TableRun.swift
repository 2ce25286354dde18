import Cryptography
import Database
import Foundation
import LookUp

/// Look-ups in a file of random keys, beside SQLite answering the same by primary key and beside copying memory.
struct TableRun {
    let folder: URL
    let count: Int

    private static let asked = 1_000_000
    private let key = HMACKey(Array("bench".utf8))

    private func digest(_ number: Int) -> Digest {
        withUnsafeBytes(of: number) { key.authenticate($0) }
    }

    func run() throws {
        let path = folder.appending(path: "table").path
        let message = Array("someone.somewhere@example.org".utf8)
        Stopwatch.time("HMAC-SHA-256 of 29 bytes", each: 1_000_000, rounds: 3) {
            for _ in 0..<1_000_000 { _ = key.authenticate(message.span) }
        }
        let file = try Stopwatch.time("write the file", each: count) { try write(path) }
        let table = LookUpTable(file, entries: 0, directory: 1)
        guard let table else { return }
        print("bytes of the file\t\(file.byteCount)\t\(file.byteCount / count) each")
        let step = max(1, count / Self.asked)
        let keys = (0..<min(Self.asked, count)).map { LookUpKey(digest($0 * step)) }
        var hits = [LookUpHit](repeating: LookUpHit(), count: keys.count)
        let few = [500, 100_500, 900_500].filter { $0 + 1000 <= keys.count }
        for start in few {
            let fresh = try BlockFile(path: path, key: key)
            guard let table = LookUpTable(fresh, entries: 0, directory: 1) else { return }
            Stopwatch.time("1,000 in a file just opened", each: 1000) {
                find(table, Array(keys[start..<(start + 1000)]), &hits)
            }
        }
        Stopwatch.time("all, each block for the first time", each: keys.count) { find(table, keys, &hits) }
        Stopwatch.time("all again", each: keys.count, rounds: 3) { find(table, keys, &hits) }
        let right = hits.indices.count { hits[$0].number == UInt32($0 * step) }
        print("right\t\(right) of \(keys.count)")
        let source = [UInt8](repeating: 1, count: keys.count * 110)
        var target = source
        Stopwatch.time("memcpy of as many rows of 110 bytes", each: keys.count, rounds: 3) {
            target.withUnsafeMutableBytes { target in source.withUnsafeBytes { target.copyMemory(from: $0) } }
        }
        try sqlite(step)
    }

    private func find(_ table: LookUpTable, _ keys: [LookUpKey], _ hits: inout [LookUpHit]) {
        keys.withUnsafeBufferPointer { keys in
            hits.withUnsafeMutableBufferPointer { table.find(keys, into: $0) }
        }
    }

    private func write(_ path: String) throws -> BlockFile {
        let sorter = RecordSorter(recordSize: 3, memory: 16 << 20, folder: folder.path)
        for number in 0..<count {
            let key = LookUpKey(digest(number))
            try sorter.add(([key.high, UInt64(key.low), UInt64(number)] as InlineArray<3, UInt64>).span)
        }
        let writer = try BlockFileWriter(path: path, token: "bench")
        let table = try LookUpTableWriter(writer, atMost: count)
        try sorter.forEach { record in
            let start = record.startIndex
            try table.append(
                LookUpKey(high: record[start], low: UInt32(record[start + 1])), UInt32(record[start + 2]))
        }
        try table.finish()
        try writer.commit(binding: [], key: key)
        return try BlockFile(path: path, key: key)
    }

    private func sqlite(_ step: Int) throws {
        let connection = try Connection(path: folder.appending(path: "peer.db").path, mode: .create)
        try connection.execute(
            "CREATE TABLE IF NOT EXISTS t (k BLOB PRIMARY KEY, n INTEGER NOT NULL) STRICT, WITHOUT ROWID")
        if try connection.integer("SELECT EXISTS (SELECT 1 FROM t)") == 0 {
            let insertion = try connection.prepare("INSERT INTO t (k, n) VALUES (?1, ?2)")
            try connection.transaction {
                let rows = (0..<count).map { (Array(digest($0).bytes.prefix(16)), $0) }
                for (key, number) in rows.sorted(by: { $0.0.lexicographicallyPrecedes($1.0) }) {
                    try insertion.bind(1, key)
                    try insertion.bind(2, Int64(number))
                    try insertion.run()
                }
            }
        }
        let query = try connection.prepare("SELECT n FROM t WHERE k = ?1")
        let asked = min(100_000, count)
        for wanted in [1000, asked] {
            try Stopwatch.time("SQLite by primary key, \(wanted)", each: wanted) {
                for number in 0..<wanted {
                    try query.bind(1, Array(digest(number * step).bytes.prefix(16)))
                    _ = try query.step()
                    query.reset()
                }
            }
        }
    }
}
