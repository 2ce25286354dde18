/// A row for every card of an address book.
final class VCardRows: RowSource {
    private let lines: LineReader
    private let limits: ContainerLimits
    /// A line that was read to see whether it belongs to the one before.
    private var ahead: LineReader.Line?

    init(_ input: any ContainerInput, limits: ContainerLimits) {
        lines = LineReader(UTF8Input(input), limit: limits.lineBytes)
        self.limits = limits
    }

    func rewind() throws {
        try lines.rewind()
        ahead = nil
    }

    func nextRow() throws -> ContainerRow? {
        guard let start = try nextBegin() else { return nil }
        var card = VCard()
        var size = 0
        // A card within a card is somebody else: the assistant of vCard 2.1.
        var depth = 1
        while let line = try nextProperty() {
            let property = VCardProperty(parsing: line.bytes)
            switch (property?.name, property?.text.uppercased()) {
            case ("BEGIN", "VCARD"):
                depth += 1
                guard depth <= 8 else { throw Self.unfinished(start) }
            case ("END", "VCARD"):
                depth -= 1
                if depth > 0 { continue }
                card.finish()
                return ContainerRow(cells: card.cells, place: .line(start))
            default:
                guard depth == 1, let property else { continue }
                let before = card
                card.add(property)
                guard card != before else { continue }
                size += line.bytes.count
                guard !line.isCut, size <= limits.cellBytes else {
                    throw ContainerError.line(
                        line.number, "The card that begins on line \(start) is too long.",
                        hint: "Take the card out of the file, or shorten its note.", code: .tooLarge)
                }
            }
        }
        throw Self.unfinished(start)
    }

    private static func unfinished(_ line: Int) -> ContainerError {
        .line(
            line, "The card that begins here never ends.",
            hint: "The file was cut off, or END:VCARD is missing. Export the cards again.")
    }

    /// Goes to the beginning of the next card; nil at the end.
    private func nextBegin() throws -> Int? {
        while let line = try nextProperty() {
            if line.bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x1A }) { continue }
            let property = VCardProperty(parsing: line.bytes)
            guard property?.name == "BEGIN", property?.text.uppercased().hasPrefix("VCARD") == true else {
                throw ContainerError.line(
                    line.number, "This line stands outside of every card.",
                    hint:
                        "Every card begins with BEGIN:VCARD and ends with END:VCARD. Export the cards again.")
            }
            return line.number
        }
        return nil
    }

    /// The next line with everything that was folded away from it (RFC 6350, section 3.2).
    private func nextProperty() throws -> LineReader.Line? {
        guard var line = try takeLine() else { return nil }
        let isQuotedPrintable = Self.isQuotedPrintable(line.bytes)
        while true {
            if isQuotedPrintable, line.bytes.last == UInt8(ascii: "=") {
                // The soft line break of quoted-printable: the next line goes on, whatever it begins with.
                guard let next = try takeLine() else { break }
                line.bytes.removeLast()
                append(next, from: 0, to: &line)
                continue
            }
            guard let next = try takeLine() else { break }
            guard next.bytes.count > 1 || line.isCut, let first = next.bytes.first,
                first == 0x20 || first == 0x09,
                !line.bytes.isEmpty
            else {
                ahead = next
                break
            }
            append(next, from: 1, to: &line)
        }
        return line
    }

    private func append(_ next: LineReader.Line, from start: Int, to line: inout LineReader.Line) {
        let room = max(0, limits.lineBytes - line.bytes.count)
        let piece = next.bytes.dropFirst(start)
        line.bytes += piece.prefix(room)
        line.isCut = line.isCut || next.isCut || piece.count > room
    }

    private static func isQuotedPrintable(_ line: [UInt8]) -> Bool {
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return false }
        return VCardProperty(parsing: Array(line[...colon]))?.isQuotedPrintable ?? false
    }

    private func takeLine() throws -> LineReader.Line? {
        defer { ahead = nil }
        return try ahead ?? lines.next()
    }
}
