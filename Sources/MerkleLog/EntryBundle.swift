/// The entries under one tile of level 0, as C2SP tlog-tiles serves them.
///
/// Each entry follows its length in two bytes, big-endian; a bundle has at most 256 of them.
public enum EntryBundle {
    /// How many bytes an entry can have.
    public static let maximumEntryByteCount = 65_535

    /// Writes entries one after the other.
    ///
    /// - Throws: ``EntryBundleError`` when an entry or the bundle is too long.
    public static func encode(_ entries: [[UInt8]]) throws(EntryBundleError) -> [UInt8] {
        guard entries.count <= TileCoordinate.fullWidth else { throw .tooManyEntries }
        var bytes: [UInt8] = []
        for (place, entry) in entries.enumerated() {
            guard let length = UInt16(exactly: entry.count) else { throw .entryTooLong(place) }
            bytes.append(UInt8(length >> 8))
            bytes.append(UInt8(length & 0xFF))
            bytes.append(contentsOf: entry)
        }
        return bytes
    }

    /// Reads the entries of a bundle.
    ///
    /// - Throws: ``EntryBundleError`` when an entry is cut off or there are more than 256.
    public static func decode(_ bytes: [UInt8]) throws(EntryBundleError) -> [[UInt8]] {
        var entries: [[UInt8]] = []
        var rest = bytes[...]
        while !rest.isEmpty {
            guard entries.count < TileCoordinate.fullWidth else { throw .tooManyEntries }
            guard let high = rest.popFirst(), let low = rest.popFirst(),
                case let length = Int(high) << 8 | Int(low), rest.count >= length
            else { throw .cutOff(entries.count) }
            entries.append(Array(rest.prefix(length)))
            rest = rest.dropFirst(length)
        }
        return entries
    }
}
