import Tables
import Testing

@Suite("Long inputs take no more memory than short ones")
struct BoundedMemoryTests {
    /// Rows without end, up to a number of bytes, made as they are asked for.
    struct EndlessRows: ByteSource {
        static let row = Array(
            "4711,Orla,Quimbly,orla.quimbly@example.com,\"Acme \"\"Gate\"\", Inc.\",J\u{F6}rg,2024-03-01\r\n"
                .utf8)
        let pattern: [UInt8]
        var remaining: Int
        var position = 0

        mutating func read(into output: inout OutputSpan<UInt8>) throws(TableError) {
            while output.freeCapacity > 0, remaining > 0 {
                output.append(pattern[position])
                position = position + 1 == pattern.count ? 0 : position + 1
                remaining -= 1
            }
        }
    }

    @Test(
        "whatever the encoding",
        arguments: [
            (TextEncoding.utf8, 50_000_000), (.utf16LittleEndian, 10_000_000), (.windows1252, 10_000_000),
        ])
    func bounded(encoding: TextEncoding, size: Int) throws {
        let pattern = String(decoding: EndlessRows.row, as: UTF8.self).bytes(in: encoding)
        let rows = size / pattern.count
        var reader = try RecordReader(
            dialect: Dialect(encoding: encoding),
            source: EndlessRows(pattern: pattern, remaining: rows * pattern.count))
        var record = Record()
        for _ in 0..<10_000 { #expect(try reader.next(into: &record)) }
        let allocated = reader.allocatedBytes + record.allocatedBytes
        #expect(allocated < 2 << 20)
        var count = 10_000
        while try reader.next(into: &record) { count += 1 }
        #expect(count == rows)
        #expect(reader.bytesRead == UInt64(rows * pattern.count))
        #expect(reader.allocatedBytes + record.allocatedBytes == allocated)
    }
}
