extension LineEnding {
    /// The length of the line end that begins with the LF or CR at `position`; nil if more text is needed to tell.
    ///
    /// LF, CR and CRLF each end one line; so do CR CR LF, which a program leaves behind that turns LF into CRLF where
    /// CRLF stood already, and LF CR, written the wrong way round. `LF CR LF` is an LF and a CRLF.
    static func length(in text: Span<UInt8>, at position: Int, isComplete: Bool) -> Int? {
        let isLineFeed = text[position] == ASCII.lineFeed
        guard position + 1 < text.count else { return isComplete ? 1 : nil }
        let next = text[position + 1]
        if next == ASCII.lineFeed { return isLineFeed ? 1 : 2 }
        guard next == ASCII.carriageReturn else { return 1 }
        guard position + 2 < text.count else { return isComplete ? (isLineFeed ? 2 : 1) : nil }
        let isBeforeLineFeed = text[position + 2] == ASCII.lineFeed
        if isLineFeed { return isBeforeLineFeed ? 1 : 2 }
        return isBeforeLineFeed ? 3 : 1
    }

    /// What kind of line end a record ends in; CR CR LF counts as CRLF, LF CR as LF.
    init(endingIn length: Int, last: UInt8) {
        switch (length, last) {
        case (1, ASCII.carriageReturn): self = .cr
        case (1, _), (_, ASCII.carriageReturn): self = .lf
        default: self = .crlf
        }
    }
}
