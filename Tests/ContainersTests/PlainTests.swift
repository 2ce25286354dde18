import Containers
import Tables
import Testing

@Suite("Tables that are tables already")
struct PlainTests {
    @Test(
        "pass through byte by byte",
        arguments: [
            Array("Email;Name\r\nada@example.org;Ada\n\n".utf8), [], [0x25, 0x50, 0x44, 0x46],
            [0xFF, 0xFE, 0x61, 0x00, 0x0A, 0x00], [0xEF, 0xBB, 0xBF, 0x61, 0x0A], [0x00, 0x61, 0x00, 0x62],
        ] as [[UInt8]])
    func unchanged(bytes: [UInt8]) throws {
        let content = try Content.open(InMemoryInput(bytes))
        for _ in 0..<2 {
            var read: [UInt8] = []
            while true {
                let piece = try [UInt8](capacity: 5) { try content.read(into: &$0) }
                if piece.isEmpty { break }
                read += piece
            }
            #expect(read == bytes)
            try content.rewind()
        }
        #expect(content.kind == .plain)
        #expect(content.wrappings == [])
        #expect(content.place(ofRecord: 1) == nil)
    }
}
