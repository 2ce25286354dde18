/// What a record ends in.
public enum LineEnding: String, Hashable, Sendable, CaseIterable {
    /// Line feed: Unix and most exports.
    case lf = "LF"
    /// Carriage return and line feed: Windows, and RFC 4180, section 2. CR CR LF counts as it, too.
    case crlf = "CRLF"
    /// Carriage return alone: Excel for old Macs.
    case cr = "CR"

    /// The bytes of the ending, in ASCII.
    public var bytes: [UInt8] {
        switch self {
        case .lf: [ASCII.lineFeed]
        case .crlf: [ASCII.carriageReturn, ASCII.lineFeed]
        case .cr: [ASCII.carriageReturn]
        }
    }
}

extension LineEnding {
    /// What the first line of a text ends in, quotes disregarded; nil if it is the only line.
    init?(endingFirstLineOf text: [UInt8]) {
        let isEnd: (UInt8) -> Bool = { $0 == ASCII.lineFeed || $0 == ASCII.carriageReturn }
        guard let position = text.firstIndex(where: isEnd) else { return nil }
        let length = LineEnding.length(in: text.span, at: position, isComplete: true) ?? 1
        self.init(endingIn: length, last: text[position + length - 1])
    }
}
