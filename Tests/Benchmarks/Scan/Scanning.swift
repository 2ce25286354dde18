import Tables

/// The ways to find the records of a list.
enum Scanning {
    /// Counts rows and cells by blocks, with single records between them.
    static func blocks(of list: [UInt8], atMost rows: Int) throws(TableError) -> Int {
        var reader = try RecordReader(dialect: Dialect(), source: MemorySource(list))
        var block = PlainBlock()
        var record = Record()
        var count = 0
        while true {
            while try reader.nextPlain(into: &block, atMost: rows) {
                for record in block.records { count += 1 + Int(record.cellCount) }
            }
            guard try reader.next(into: &record) else { return count }
            count += 1 + record.cellCount
        }
    }

    /// Counts rows and cells record by record.
    static func records(of list: [UInt8]) throws(TableError) -> Int {
        var reader = try RecordReader(dialect: Dialect(), source: MemorySource(list))
        var record = Record()
        var count = 0
        while try reader.next(into: &record) { count += 1 + record.cellCount }
        return count
    }

    /// Copies the list as the reader does, a buffer after the other.
    static func copy(of list: [UInt8]) throws(TableError) -> Int {
        var source = MemorySource(list)
        var buffer: [UInt8] = []
        var count = 0
        while true {
            buffer.removeAll(keepingCapacity: true)
            try buffer.append(addingCapacity: 512 * 1024) {
                (output: inout OutputSpan<UInt8>) throws(TableError) in
                try source.read(into: &output)
            }
            if buffer.isEmpty { return count }
            count += buffer.count
        }
    }
}

/// Bytes in memory, handed out as fast as they can be copied.
struct MemorySource: ByteSource {
    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func read(into output: inout OutputSpan<UInt8>) throws(TableError) {
        let end = position + min(output.freeCapacity, bytes.count - position)
        let stretch = position..<end
        output.withUnsafeMutableBufferPointer { room, count in
            bytes.withUnsafeBytes { all in
                UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(room)[count...])
                    .copyMemory(from: UnsafeRawBufferPointer(rebasing: all[stretch]))
            }
            count += stretch.count
        }
        position = end
    }
}
