/// Finds out the encoding of a text, and refuses what is no text.
enum EncodingDetection {
    /// Names the encoding of an input by its beginning.
    static func encoding(of prefix: [UInt8], isWholeInput: Bool) throws(TableError) -> TextEncoding {
        if prefix.starts(with: TextEncoding.byteOrderMark) { return .utf8 }
        if prefix.starts(with: [0xFF, 0xFE]) { return .utf16LittleEndian }
        if prefix.starts(with: [0xFE, 0xFF]) { return .utf16BigEndian }
        if isMarkless32(prefix) { throw .notText(.utf32) }
        if let wide = markless16(prefix, isWholeInput: isWholeInput) { return wide }

        let firstInvalid = firstInvalidUTF8(in: prefix, isWholeInput: isWholeInput)
        let encoding = firstInvalid == nil ? .utf8 : CodePageDetection.encoding(of: prefix)
        try refuseControls(in: prefix, isWholeInput: isWholeInput, encoding: encoding)
        return encoding
    }

    /// Recognises UTF-16 without a byte order mark: Latin letters, digits and delimiters have a zero high byte.
    private static func markless16(_ prefix: [UInt8], isWholeInput: Bool) -> TextEncoding? {
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
        // Damage is left to the reader, which says where it is; but what is damaged must have been such a text.
        let flaw = UTF16Decoder.decode(&undecoded, as: encoding, isLast: isWholeInput, into: &text)
        let isDoubtful = flaw == .loneSurrogate && many * 3 < prefix.count
        return isDoubtful || text.isEmpty || text.contains(where: ASCII.isStrayControl) ? nil : encoding
    }

    /// Recognises UTF-32 without a byte order mark: three of four bytes are zero where all is ASCII.
    private static func isMarkless32(_ prefix: [UInt8]) -> Bool {
        guard prefix.count >= 8, prefix.count.isMultiple(of: 4) else { return false }
        let ends = stride(from: 0, to: prefix.count, by: 4).count { prefix[$0] == 0 && prefix[$0 + 1] == 0 }
        let starts = stride(from: 0, to: prefix.count, by: 4).count {
            prefix[$0 + 2] == 0 && prefix[$0 + 3] == 0
        }
        let zeros = prefix.count { $0 == 0 }
        return max(ends, starts) * 4 == prefix.count && zeros * 10 >= prefix.count * 6
            && zeros * 8 < prefix.count * 7
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
    /// One stray control in 256 bytes is let pass, since pasted texts hold some; a NUL never is. NULs that pad a cell or
    /// the end of the text, and a Ctrl-Z at its end, do not count.
    private static func refuseControls(
        in prefix: [UInt8], isWholeInput: Bool, encoding: TextEncoding
    ) throws(TableError) {
        var first: Int?
        var firstNUL: Int?
        var count = 0
        var index = 0
        while index < prefix.count {
            var end = index + 1
            if prefix[index] == ASCII.nul {
                while end < prefix.count, prefix[end] == ASCII.nul { end += 1 }
                let isPadding = index > 0 && (end == prefix.count || endsCell(prefix[end]))
                if !isPadding {
                    count += end - index
                    first = first ?? index
                    firstNUL = firstNUL ?? index
                }
            } else if ASCII.isStrayControl(prefix[index]), !isEndOfFile(prefix, at: index) {
                count += 1
                first = first ?? index
            }
            index = end
        }
        if let first, count > max(1, prefix.count / 256) {
            throw .notText(at: position(of: first, in: prefix, encoding: encoding))
        }
        if let firstNUL {
            throw .met(.nulByte, at: position(of: firstNUL, in: prefix, encoding: encoding), in: encoding)
        }
    }

    /// Whether NULs before the byte may pad a cell.
    private static func endsCell(_ byte: UInt8) -> Bool {
        switch byte {
        case ASCII.lineFeed, ASCII.carriageReturn, ASCII.comma, ASCII.semicolon, ASCII.tab, ASCII.verticalBar:
            true
        default: false
        }
    }

    /// Whether a Ctrl-Z ends the text: nothing but padding follows.
    private static func isEndOfFile(_ prefix: [UInt8], at index: Int) -> Bool {
        prefix[index] == ASCII.endOfFile
            && prefix[index...].prefix(1024).allSatisfy {
                $0 == ASCII.endOfFile || $0 == ASCII.nul || $0 == ASCII.lineFeed || $0 == ASCII.carriageReturn
            }
    }

    private static func position(of offset: Int, in prefix: [UInt8], encoding: TextEncoding) -> TextPosition {
        TextPosition.start.advanced(over: prefix.span, to: offset, in: encoding)
    }
}
