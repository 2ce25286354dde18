import Containers
import Tables

/// A list as it comes out of a container, read to its end.
struct ReadList {
    let content: Content
    let rows: [[String]]
    let places: [SourcePlace?]

    init(
        _ bytes: [UInt8], member: String? = nil, limits: ContainerLimits = .default,
        score: ((String, [UInt8]) -> Int?)? = nil
    ) throws {
        content = try Content.open(InMemoryInput(bytes), member: member, limits: limits, score: score)
        (rows, places) = try Self.read(content)
    }

    init(_ text: String) throws { try self.init(Array(text.utf8)) }

    init(fixture: String, member: String? = nil) throws {
        try self.init(try Fixture.bytes(fixture), member: member)
    }

    /// Reads it once more, from the start.
    func again() throws -> [[String]] {
        try content.rewind()
        return try Self.read(content).rows
    }

    private static func read(_ content: Content) throws -> (rows: [[String]], places: [SourcePlace?]) {
        var rows: [[String]] = []
        var places: [SourcePlace?] = []
        var reader =
            if let dialect = content.dialect {
                try RecordReader(dialect: dialect, source: content)
            } else { try RecordReader(detecting: content) }
        var record = Record()
        while try reader.next(into: &record) {
            rows.append((0..<record.cellCount).map { record.text($0) })
            places.append(content.place(ofRecord: record.number))
        }
        return (rows, places)
    }
}
