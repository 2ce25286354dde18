package import Cryptography

extension EntryBundle {
    /// Hashes the entries of a bundle where they lie, for whoever needs no entry by itself.
    ///
    /// - Parameters:
    ///   - bytes: The bundle.
    ///   - hasher: What hashes.
    ///   - row: Gets the leaf hashes in place of what it held.
    /// - Returns: False when an entry is cut off or there are more than 256; what the row holds then says nothing.
    package static func hash(
        _ bytes: [UInt8], with hasher: inout TreeHasher, into row: inout [Digest]
    ) -> Bool {
        row.removeAll(keepingCapacity: true)
        let span = bytes.span
        var place = 0
        while place < span.count {
            guard row.count < TileCoordinate.fullWidth, span.count - place >= 2 else { return false }
            let length = Int(span[place]) << 8 | Int(span[place + 1])
            place += 2
            guard span.count - place >= length else { return false }
            row.append(hasher.leaf(span.extracting(place..<place + length)))
            place += length
        }
        return true
    }
}
