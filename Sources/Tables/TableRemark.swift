/// Something about a table that its reader wants to be known: it was read, but perhaps not as it was meant.
package enum TableRemark: String, Hashable, Sendable, CaseIterable {
    /// Characters were read in the wrong encoding and saved again before the table came here.
    case mojibake = "mojibake"
    /// The encoding cannot be known, and what was assumed makes unlikely words.
    case uncertainEncoding = "uncertain-encoding"
    /// Whole records stand in one cell each.
    case nestedRecords = "nested-records"
    /// Quotes open that never close.
    case unclosedQuotes = "unclosed-quotes"

    /// What was found, in plain words.
    package var what: String {
        switch self {
        case .mojibake:
            "Accented letters in this list are damaged (such as Ã© for é): it was once read in the wrong encoding."
        case .uncertainEncoding:
            "The encoding of this list cannot be told from its bytes, and read as Western European its words look odd."
        case .nestedRecords:
            "Each row of this list stands in one cell: it was opened with the wrong delimiter and saved again."
        case .unclosedQuotes: "A quotation mark in this list opens a cell and never closes."
        }
    }

    /// What to do next.
    package var hint: String {
        switch self {
        case .mojibake: "Nothing was changed. Export the list again as UTF-8, and open it as UTF-8."
        case .uncertainEncoding:
            "Nothing was changed. Save the list as UTF-8 in the program that it comes from."
        case .nestedRecords: "It was read as it was meant. Export the list again to get rid of this."
        case .unclosedQuotes:
            "The row is marked. Close the quotation mark at the end of the cell, or double it."
        }
    }

    /// So many records are looked at.
    private static let recordLimit = 1000

    /// What there is to say about a table, by its beginning.
    ///
    /// - Parameters:
    ///   - prefix: the beginning of the input, as for `DialectDetection`.
    ///   - dialect: how it is written down.
    package static func remarks(on prefix: [UInt8], in dialect: Dialect) -> Set<TableRemark> {
        var remarks: Set<TableRemark> = []
        if dialect.encoding == .windows1252, CodePageDetection.isUncertain(prefix) {
            remarks.insert(.uncertainEncoding)
        }
        if dialect.nestedDelimiter != nil { remarks.insert(.nestedRecords) }
        var count = MojibakeCount()
        var record = Record()
        do throws(TableError) {
            var reader = try RecordReader(
                dialect: dialect, source: InMemorySource(prefix),
                bufferCapacity: DialectDetection.prefixLength)
            while record.number < recordLimit, try reader.next(into: &record) {
                // The cut at the end of a longer input looks like damage.
                if record.unclosedQuoteLine != nil, record.hasLineEnd { remarks.insert(.unclosedQuotes) }
                guard record.byteUnion >= 0x80 else { continue }
                for index in 0..<record.cellCount { count.note(record.text(index)) }
            }
        } catch {
            // What cannot be read is told by the reading itself.
        }
        if count.isDamaged { remarks.insert(.mojibake) }
        return remarks
    }
}
