/// The addresses of one cell of a list, read as what was meant.
///
/// People's lists hold links, names, several addresses in one cell and characters that nobody sees. What leaves no doubt
/// is read, and ``repairs`` says what was done; nothing is guessed: `(at)` is no `@`, and a cell of which one address is
/// malformed is malformed as a whole, for nobody can say what was meant by it.
public struct AddressCell: Hashable, Sendable {
    /// The first address.
    public let first: EmailAddress
    /// Those after it, each once, in the order of the cell.
    public let others: [EmailAddress]
    /// What was read as something else than it stood there.
    public let repairs: Set<AddressRepair>

    /// All addresses in the order of the cell, each once.
    public var addresses: [EmailAddress] { [first] + others }

    /// A cell longer than this holds something else; and a row must not cost memory without bound.
    private static let maximumLength = 4096

    /// Reads a cell.
    ///
    /// - Throws: ``MalformedAddress`` with the reason, never with the cell; ``MalformedAddress/Reason/empty`` where
    ///   nothing stands.
    public init(parsing text: some StringProtocol) throws(MalformedAddress) {
        try self.init(reading: Substring(text))
    }

    private init(reading text: Substring) throws(MalformedAddress) {
        if Self.isPlain(text.utf8.span) {
            (first, others, repairs) = (try EmailAddress(reading: text), [], [])
            return
        }
        guard text.utf8.count <= Self.maximumLength else { throw MalformedAddress(.tooLong) }
        let cleaned = CleanedText(text)
        var reading = CellReading(repairs: cleaned.repairs)
        try reading.read(cleaned.scalars)
        guard let first = reading.addresses.first else { throw MalformedAddress(.empty) }
        self.first = first
        others = Array(reading.addresses.dropFirst())
        repairs = reading.repairs
    }

    /// Whether a text is an address as it stands, or nothing that could be mended.
    ///
    /// Nearly every cell is, and costs no more than its address.
    private static func isPlain(_ text: Span<UInt8>) -> Bool {
        for index in text.indices {
            switch text[index] {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "@")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-")...UInt8(ascii: "."),
                UInt8(ascii: "_"), UInt8(ascii: "+"):
                continue
            default: return false
            }
        }
        return text.isEmpty || text[text.count - 1] != UInt8(ascii: ".")
    }
}
