/// Finds out the encoding of a text, and refuses what is no text.
enum EncodingDetection {
    /// Names the encoding of an input by its beginning.
    static func encoding(of prefix: [UInt8], isWholeInput: Bool) throws(TableError) -> TextEncoding {
        if prefix.starts(with: TextEncoding.byteOrderMark) { return .utf8 }
        if prefix.starts(with: [0xFF, 0xFE]) { return .utf16LittleEndian }
        if prefix.starts(with: [0xFE, 0xFF]) { return .utf16BigEndian }
        if let wide = markless16(prefix, isWholeInput: isWholeInput) { return wide }

        let firstInvalid = firstInvalidUTF8(in: prefix, isWholeInput: isWholeInput)
        let encoding: TextEncoding = firstInvalid == nil ? .utf8 : .windows1252
        try refuseControls(in: prefix, encoding: encoding)
        if let firstInvalid, prefix.contains(where: Windows1252.isUndefined) {
            throw .unknownEncoding(at: position(of: firstInvalid, in: prefix, encoding: .utf8))
        }
        return encoding
    }

    /// Recognises UTF-16 without a byte order mark: Latin letters, digits and delimiters have a zero high byte.
    private static func markless16(_ prefix: [UInt8], isWholeInput: Bool) -> TextEncoding? {
        if isWholeInput, !prefix.count.isMultiple(of: 2) { return nil }
        var zerosAtEven = 0
        var zerosAtOdd = 0
        for index in prefix.indices where prefix[index] == 0 {
            if index.isMultiple(of: 2) { zerosAtEven += 1 } else { zerosAtOdd += 1 }
        }
        let encoding: TextEncoding = zerosAtOdd > zerosAtEven ? .utf16LittleEndian : .utf16BigEndian
        let many = max(zerosAtEven, zerosAtOdd)
        let few = min(zerosAtEven, zerosAtOdd)
        // A third leaves room for names in other scripts; few of their characters have a zero low byte.
        guard many > 0, many * 6 >= prefix.count, few * 4 <= many else { return nil }

        var undecoded = prefix
        var text: [UInt8] = []
        let isWellFormed = UTF16Decoder.decode(&undecoded, as: encoding, isLast: isWholeInput, into: &text)
        return isWellFormed && !text.contains(where: ASCII.isStrayControl) ? encoding : nil
    }

    /// The first byte that is not valid UTF-8; a character cut off at the end of a longer input is fine.
    private static func firstInvalidUTF8(in prefix: [UInt8], isWholeInput: Bool) -> Int? {
        do throws(Unicode.UTF8.ValidationError) {
            _ = try UTF8Span(validating: prefix.span)
            return nil
        } catch {
            let isCutOff = error.kind == .truncatedScalar && error.byteOffsets.upperBound == prefix.count
            return isCutOff && !isWholeInput ? nil : error.byteOffsets.lowerBound
        }
    }

    /// Refuses binary data, and text with a NUL in it.
    ///
    /// One stray control in 256 bytes is let pass, since pasted texts hold some; a NUL never is.
    private static func refuseControls(in prefix: [UInt8], encoding: TextEncoding) throws(TableError) {
        guard let first = prefix.firstIndex(where: ASCII.isStrayControl) else { return }
        let count = prefix.count(where: ASCII.isStrayControl)
        if count > max(1, prefix.count / 256) {
            throw .notText(at: position(of: first, in: prefix, encoding: encoding))
        }
        if let nul = prefix.firstIndex(of: ASCII.nul) {
            throw .met(.nulByte, at: position(of: nul, in: prefix, encoding: encoding), in: encoding)
        }
    }

    private static func position(of offset: Int, in prefix: [UInt8], encoding: TextEncoding) -> TextPosition {
        TextPosition.start.advanced(over: prefix.span, to: offset, in: encoding)
    }
}
