/// Reads a table record by record, in bounded memory.
///
///     var reader = try RecordReader(detecting: source)
///     var record = Record()
///     while try reader.next(into: &record) { print(record.line, record.text(0)) }
///
/// The bytes of `prologue` and of all records, one after the other, are the bytes of the input. Once reading has
/// failed it fails again with the same error: what follows damage is never handed out as if it were sound.
public struct RecordReader: ~Copyable {
    /// How the table is written down.
    public let dialect: Dialect
    /// The bytes before the first record as they stand in the input: byte order mark and separator line.
    public let prologue: [UInt8]
    /// The physical line on which the next record begins, from 1.
    public internal(set) var line = 1
    /// How many bytes have been taken from the source, which runs ahead of the records.
    public var bytesRead: UInt64 { buffer.bytesRead }
    /// How many bytes of memory the reader holds on to.
    package var allocatedBytes: Int { buffer.allocatedBytes }

    let limits: Limits
    private let scanner: RecordScanner
    private let nestedScanner: RecordScanner?
    /// The inner record of the last record, where there are any.
    private var nested = Record()
    var buffer: TextBuffer
    var recordsRead = 0
    var failure: TableError?

    /// How many bytes are asked for at once; more was not faster.
    package static let defaultBufferCapacity = 512 * 1024

    /// Reads a table that is written in a known dialect.
    ///
    /// - Throws: `emptyInput`, or what the source throws.
    public init(dialect: Dialect, source: any ByteSource, limits: Limits = .default) throws(TableError) {
        try self.init(
            dialect: dialect, source: source, limits: limits, bufferCapacity: Self.defaultBufferCapacity)
    }

    /// Reads a table after finding out from its beginning how it is written down.
    ///
    /// - Parameters:
    ///   - encoding: the encoding to use whatever the bytes look like.
    ///   - delimiter: the delimiter to use whatever the rows look like.
    /// - Throws: what `DialectDetection` throws, or what the source throws.
    public init(
        detecting source: any ByteSource, encoding: TextEncoding? = nil, delimiter: UInt8? = nil,
        limits: Limits = .default
    ) throws(TableError) {
        var source = source
        var prefix: [UInt8] = []
        var isWholeInput = false
        while !isWholeInput, prefix.count < DialectDetection.prefixLength {
            let before = prefix.count
            let room = DialectDetection.prefixLength - before
            try prefix.append(addingCapacity: room) { (output: inout OutputSpan<UInt8>) throws(TableError) in
                try source.read(into: &output)
            }
            isWholeInput = prefix.count == before
        }
        let dialect = try DialectDetection.detect(
            prefix: prefix, isWholeInput: isWholeInput, encoding: encoding, delimiter: delimiter)
        try self.init(
            dialect: dialect, prefix: prefix, source: source, isWholeInput: isWholeInput, limits: limits,
            bufferCapacity: Self.defaultBufferCapacity)
    }

    /// Reads a table through a buffer of a given size, into which a record need not fit.
    package init(
        dialect: Dialect, prefix: [UInt8] = [], source: any ByteSource, isWholeInput: Bool = false,
        limits: Limits = .default, bufferCapacity: Int
    ) throws(TableError) {
        self.dialect = dialect
        self.limits = limits
        scanner = dialect.scanner(within: limits)
        nestedScanner = dialect.nestedScanner(within: limits)
        var buffer = TextBuffer(
            prefix: prefix, source: source, isAtEnd: isWholeInput, encoding: dialect.encoding,
            capacity: bufferCapacity)
        try buffer.fill()
        guard buffer.bytesRead > 0 else { throw .emptyInput }
        let opening = Prologue(of: buffer.bytes, in: dialect)
        buffer.consume(opening.length)
        prologue = opening.encoded
        line += opening.lineCount
        self.buffer = buffer
    }

    /// Reads the next record into the memory of the last one.
    ///
    /// - Returns: false at the end of the input; the record is then empty.
    /// - Throws: what is wrong with the record, with its line; or what the source throws.
    public mutating func next(into record: inout Record) throws(TableError) -> Bool {
        if let failure { throw failure }
        do {
            guard let length = try scanNext(into: &record) else {
                record.clear()
                return false
            }
            try finish(&record, length: length)
            return true
        } catch {
            record.clear()
            failure = error
            throw error
        }
    }

    /// Notes the cells of the next record and returns its length; nil at the end.
    private mutating func scanNext(into record: inout Record) throws(TableError) -> Int? {
        while true {
            if buffer.count == 0, buffer.isComplete { return nil }
            do throws(ScanStop) {
                guard buffer.count > 0 else { throw .needsMore(at: 0) }
                return try scanner.scan(
                    buffer.bytes.span.extracting(droppingFirst: buffer.start), isComplete: buffer.isComplete,
                    into: &record)
            } catch {
                switch error.reason {
                case .failure(let code): throw problem(code, at: error.offset)
                case .needsMore where buffer.isAtEnd: return try scanBeforeFlaw(into: &record)
                case .needsMore: try buffer.fill()
                }
            }
        }
    }

    /// Gives the record its bytes and its place, and checks its encoding.
    private mutating func finish(_ record: inout Record, length: Int) throws(TableError) {
        if record.byteUnion >= 0x80, dialect.encoding == .utf8 {
            do throws(Unicode.UTF8.ValidationError) {
                _ = try UTF8Span(
                    validating: buffer.bytes.span.extracting(droppingFirst: buffer.start).extracting(
                        first: length))
            } catch {
                throw problem(.invalidEncoding, at: error.byteOffsets.lowerBound)
            }
        }
        record.bytes.append(contentsOf: buffer.bytes[buffer.start..<buffer.start + length])
        record.dialect = dialect
        if let nestedScanner {
            record.readNested(with: nestedScanner, outerDelimiter: dialect.delimiter, scratch: &nested)
        }
        if record.byteUnion >= 0x80, let page = dialect.encoding.codePage { record.decode(with: page) }
        recordsRead += 1
        record.number = recordsRead
        record.line = line
        line += record.innerLineCount + (record.hasLineEnd ? 1 : 0)
        buffer.consume(length)
    }

    /// Notes the cells of the last record before the text breaks off, if that record is whole.
    private func scanBeforeFlaw(into record: inout Record) throws(TableError) -> Int {
        let text = buffer.bytes.span.extracting(droppingFirst: buffer.start)
        guard let length = try? scanner.scan(text, isComplete: true, into: &record), record.hasLineEnd,
            record.unclosedQuoteOffset == nil
        else { throw brokenOff() }
        return length
    }

    /// What is wrong where the text ends before the input does.
    private func brokenOff() -> TableError {
        .brokenOff(
            buffer.flaw ?? .loneSurrogate, at: position(of: buffer.count), in: dialect.encoding)
    }

    private func problem(_ code: TableError.Code, at offset: Int) -> TableError {
        .met(code, at: position(of: offset), in: dialect.encoding)
    }

    private func position(of offset: Int) -> TextPosition {
        TextPosition(line: line).advanced(
            over: buffer.bytes.span.extracting(droppingFirst: buffer.start), to: offset, in: dialect.encoding)
    }
}
