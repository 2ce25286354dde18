extension Recognition {
    /// Where the contact of one row came from.
    ///
    /// - Parameters:
    ///   - cell: The text of a cell; asked only for columns that can hold a sign, and only below `count`.
    ///   - count: How many cells the row has; it may be ragged.
    public func origin(ofRow cell: (Int) -> String, count: Int) -> RowOrigin {
        var reading = RowReading(words: words, vocabulary: vocabulary, fileSignals: fileSignals)
        for place in watched where place.column < count {
            reading.read(cell(place.column), at: place)
        }
        for (place, mark) in marks where place.column < count {
            reading.read(cell(place.column), mark: mark, at: place)
        }
        return reading.result()
    }

    /// Whether a row has to be looked at with ``origin(ofRow:count:)``.
    ///
    /// Where the answer is no, that would give the `origin` and `isSourceKnown` of ``fileOrigin``, and no sign
    /// beyond the file's but weak ones: no text of the row needs to be made.
    ///
    /// - Parameter rawRecord: The bytes of the record as UTF-8 or Windows-1252, quotes and delimiters included.
    public func mayCarrySignals(_ rawRecord: Span<UInt8>) -> Bool {
        if isDecidedByFile { return false }
        return readsEveryRow || prefilter.mayMatch(rawRecord)
    }
}
