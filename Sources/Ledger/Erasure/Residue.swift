import Database

/// What was deleted, as far as is needed to find it again in a file: the first bytes of each piece, and the last.
///
/// SQLite overwrites what it deletes. When it moved rows from one page to another before, copies of them may stand in the
/// unused part of the first. This looks for them.
struct Residue {
    /// The pieces, by their first eight bytes.
    private var pieces: [UInt64: [[UInt8]]] = [:]
    /// Whether some piece begins with two bytes, so that nearly every place is passed over by one look.
    private var begins = [Bool](repeating: false, count: 1 << 16)

    /// Shorter pieces could be found by chance.
    private static let shortest = 16
    private static let chunk = 1 << 20

    /// Adds a piece; one that is too short to tell anything is passed over.
    mutating func add(_ bytes: [UInt8]) {
        guard bytes.count >= Self.shortest else { return }
        for piece in [bytes.prefix(Self.shortest), bytes.suffix(Self.shortest)] {
            let word = piece.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
            begins[Int(word >> 48)] = true
            pieces[word, default: []].append(Array(piece))
        }
    }

    /// Whether a piece stands in the file of a connection, whose write-ahead log was emptied.
    func stands(in connection: Connection) throws -> Bool {
        guard !pieces.isEmpty else { return false }
        var offset: Int64 = 0
        while case let window = try connection.bytes(from: offset, count: Self.chunk),
            window.count >= Self.shortest
        {
            if isFound(in: window) { return true }
            // What stands across two chunks is seen with the next.
            offset += Int64(window.count - Self.shortest + 1)
        }
        return false
    }

    private func isFound(in bytes: [UInt8]) -> Bool {
        guard bytes.count >= Self.shortest else { return false }
        var word = bytes.prefix(7).reduce(0) { $0 << 8 | UInt64($1) }
        for end in 7..<bytes.count {
            word = word << 8 | UInt64(bytes[end])
            guard begins[Int(word >> 48)], let found = pieces[word] else { continue }
            if found.contains(where: { bytes[(end - 7)...].starts(with: $0) }) { return true }
        }
        return false
    }
}
