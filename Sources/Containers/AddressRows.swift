/// A row for every line of a list of addresses.
final class AddressRows: RowSource {
    /// The columns.
    static let header = ["email", "name"]

    private let lines: LineReader

    init(_ input: any ContainerInput, limits: ContainerLimits) {
        lines = LineReader(UTF8Input(input), limit: limits.lineBytes)
    }

    func rewind() throws { try lines.rewind() }

    func nextRow() throws -> ContainerRow? {
        while let line = try lines.next() {
            guard !line.isCut else {
                throw ContainerError.line(
                    line.number, "This line is too long for an address.",
                    hint: "Put one address on each line.", code: .tooLarge)
            }
            let text = EncodedText.decoded(line.bytes)
            guard !Self.isPassedOver(text) else { continue }
            // What is no address goes on as it stands, for the gate to say so of that row.
            let parsed = AddressLine(parsing: text)
            return ContainerRow(
                cells: [parsed?.address ?? text, parsed?.name ?? ""], place: .line(line.number))
        }
        return nil
    }

    /// Whether a line is blank or a comment.
    static func isPassedOver(_ line: String) -> Bool {
        line.first { !$0.isWhitespace }.map { $0 == "#" } ?? true
    }
}
