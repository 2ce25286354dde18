import Tables

/// A table with commas in UTF-8, made of rows as they are asked for.
final class TableInput: ContainerInput {
    private let rows: any RowSource
    private let header: [String]?
    private var writer: RecordWriter
    private var pending: [UInt8] = []
    private var offset = 0
    private var isHeaderDue = true
    private var places = RecentPlaces()

    /// - Parameter header: The first record, if it is none of the rows.
    init(_ rows: any RowSource, header: [String]?) throws {
        self.rows = rows
        self.header = header
        writer = RecordWriter(dialect: try Dialect())
    }

    func read(atMost count: Int) throws -> [UInt8] {
        guard count > 0 else { return [] }
        if offset == pending.count {
            pending.removeAll(keepingCapacity: true)
            offset = 0
            try fill()
        }
        let end = offset + min(count, pending.count - offset)
        defer { offset = end }
        return Array(pending[offset..<end])
    }

    func rewind() throws {
        try rows.rewind()
        (pending, offset, isHeaderDue, places) = ([], 0, true, RecentPlaces())
    }

    /// Where a record came from that was read not long ago; records count from 1, the header included.
    func place(ofRecord number: Int) -> SourcePlace? { places[number] }

    private func fill() throws {
        if isHeaderDue, let header {
            places.append(nil)
            writer.append(cells: header, to: &pending)
        }
        isHeaderDue = false
        while pending.count < 1 << 16, let row = try rows.nextRow() {
            places.append(row.place)
            writer.append(cells: row.cells, to: &pending)
        }
    }
}
