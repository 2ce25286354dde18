import CanonicalJSON

/// A row for every object, under the names of all their members.
///
/// The objects are read twice: first for the names, in the order in which they appear.
final class JSONRows: RowSource {
    /// The names of all members.
    let header: [String]
    private let columns: [String: Int]
    private let pieces: JSONObjectSplitter

    init(_ input: any ContainerInput, limits: ContainerLimits) throws {
        pieces = JSONObjectSplitter(UTF8Input(input), limit: limits.objectBytes)
        var header: [String] = []
        var columns: [String: Int] = [:]
        while let piece = try pieces.next() {
            for member in try Self.members(of: piece) where columns[member.name] == nil {
                guard header.count < limits.keys else {
                    throw ContainerError.line(
                        piece.line, "The objects have more than \(limits.keys) different names of members.",
                        hint: "Export the list with one fixed set of columns.", code: .tooLarge)
                }
                columns[member.name] = header.count
                header.append(member.name)
            }
        }
        guard !header.isEmpty else {
            throw ContainerError(
                .noList, what: "The objects of this file are all empty.",
                hint: "Check that its export has finished.")
        }
        self.header = header
        self.columns = columns
        try pieces.rewind()
    }

    func rewind() throws { try pieces.rewind() }

    func nextRow() throws -> ContainerRow? {
        guard let piece = try pieces.next() else { return nil }
        var cells = Array(repeating: "", count: header.count)
        for member in try Self.members(of: piece) {
            if let column = columns[member.name] { cells[column] = member.value }
        }
        return ContainerRow(cells: cells, place: .line(piece.line))
    }

    private static func members(of piece: JSONObjectSplitter.Piece) throws -> [JSONMembers.Member] {
        do throws(JSONMembers.ReadingError) {
            return try JSONMembers(cutting: piece.bytes).members
        } catch {
            // The reader counts the lines within the object; the first of them is where it begins.
            throw ContainerError.line(
                piece.line + error.line - 1, "This is not JSON.",
                hint: "Export the list again, as JSON Lines or as CSV (UTF-8).")
        }
    }
}
