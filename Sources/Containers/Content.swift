package import Tables

/// The table that came out of what a user named, to be read like any table.
///
///     let content = try Content.open(input, member: nil)
///     var reader = try RecordReader(detecting: content)
///
/// It can be read again after ``rewind()``. A file that is a table already passes through byte for byte. Nothing
/// that is unpacked is written anywhere.
package final class Content: ByteSource {
    /// What the list itself is.
    package let kind: ContainerKind
    /// What it lies in, from the outside in: `gzip`, `zip`.
    package let wrappings: [ContainerKind]
    /// The member of the archive that was taken.
    package let member: String?
    /// The sheet of the workbook that was taken.
    package let sheet: String?
    /// What the user should be told.
    package let remarks: [ContainerRemark]
    /// How the table is written, where it was made here; nil for bytes that passed through.
    package let dialect: Dialect?
    /// What went wrong while reading: a ``ContainerError``, or the input's own error.
    package private(set) var failure: (any Error)?

    private let input: any ContainerInput
    private let table: TableInput?
    private var chunk: [UInt8] = []
    private var offset = 0

    init(_ input: any ContainerInput, kind: ContainerKind, found: Findings) throws {
        self.input = input
        self.kind = kind
        table = input as? TableInput
        (wrappings, member, sheet, remarks) = (found.wrappings, found.member, found.sheet, found.remarks)
        dialect = table == nil ? nil : try Dialect()
    }

    /// What was found on the way to the list.
    struct Findings {
        var wrappings: [ContainerKind] = []
        var member: String?
        var sheet: String?
        var remarks: [ContainerRemark] = []
    }

    /// Finds the list in an input that stands at its first byte.
    ///
    /// - Parameters:
    ///   - member: the member of an archive, or the sheet of a workbook, that is meant; `book.xlsx/Sheet` for both.
    ///   - score: how much a member looks like a list of people, by its name and the first bytes of its table;
    ///     nil if it does not. The highest score is taken if it is the only one of that height.
    /// - Throws: ``ContainerError``, or what the input throws.
    package static func open(
        _ input: any ContainerInput, member: String? = nil, limits: ContainerLimits = .default,
        score: ((_ member: String, _ firstBytes: [UInt8]) -> Int?)? = nil
    ) throws -> Content {
        try Opening(limits: limits, score: score).open(input, wanted: member, found: Findings())
    }

    /// Appends the next bytes of the table.
    ///
    /// - Throws: `unreadable`; the error behind it is in ``failure``.
    package func read(into output: inout OutputSpan<UInt8>) throws(TableError) {
        if offset == chunk.count {
            do {
                (chunk, offset) = (try input.read(atMost: min(max(output.freeCapacity, 1), 1 << 18)), 0)
            } catch {
                failure = error
                throw Self.tableError(error)
            }
        }
        let count = min(output.freeCapacity, chunk.count - offset)
        let start = offset
        unsafe chunk.withUnsafeBufferPointer { source in
            unsafe output.withUnsafeMutableBufferPointer { room, filled in
                let piece = unsafe source[start..<(start + count)]
                _ = unsafe room[filled...].update(fromContentsOf: piece)
                filled += count
            }
        }
        offset += count
    }

    /// Goes back to the first byte of the table.
    package func rewind() throws {
        (chunk, offset, failure) = ([], 0, nil)
        try input.rewind()
    }

    /// Where a record stands in what the user has in hand; nil where the lines of the table are the user's own.
    ///
    /// - Parameter number: the number of the record from 1, a header included. Only records that were read not long
    ///   ago are known.
    package func place(ofRecord number: Int) -> SourcePlace? { table?.place(ofRecord: number) }

    /// The first bytes of the table, at most as many; for a look, after which it goes back.
    package func firstBytes(atMost count: Int) throws -> [UInt8] {
        var bytes: [UInt8] = []
        while bytes.count < count {
            let piece = try input.read(atMost: count - bytes.count)
            if piece.isEmpty { break }
            bytes += piece
        }
        try rewind()
        return bytes
    }

    private static func tableError(_ error: any Error) -> TableError {
        guard let error = error as? ContainerError else {
            return TableError(
                code: .unreadable, what: "This input cannot be read any further.", hint: "Try it again.")
        }
        return TableError(code: .unreadable, line: error.line, what: error.what, hint: error.hint)
    }
}
