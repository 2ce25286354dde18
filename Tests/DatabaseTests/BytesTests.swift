import Database
import Foundation
import Testing

@Suite("The bytes of a database's file")
struct BytesTests {
    @Test(
        "are read piece by piece as they lie there, and end with the file", arguments: [1000, 4096, 1 << 20])
    func whole(count: Int) throws {
        let scratch = try ScratchDatabase()
        var read: [UInt8] = []
        do {
            let connection = try scratch.open()
            try connection.execute("CREATE TABLE t (a BLOB); INSERT INTO t SELECT zeroblob(30000)")
            #expect(try connection.emptyLog(patience: 0))
            while case let piece = try connection.bytes(from: Int64(read.count), count: count), !piece.isEmpty
            {
                #expect(piece.count <= count)
                read += piece
            }
            #expect(try connection.bytes(from: Int64.max, count: count) == [])
            #expect(try connection.bytes(from: 0, count: 0) == [])
        }
        // Only now, for closing a file drops the locks that the connection has on it.
        #expect(read == [UInt8](try Data(contentsOf: URL(filePath: scratch.path))))
        #expect(read.count > 30_000)
    }
}
