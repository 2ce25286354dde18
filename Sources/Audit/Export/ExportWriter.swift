import Cryptography
import Files
import Ledger
import MerkleLog

/// Writes the files of one export.
struct ExportWriter {
    let folder: String
    let size: UInt64
    let earlier: UInt64
    private(set) var fileCount = 0

    private static let full = UInt64(TileCoordinate.fullWidth)

    init(folder: String, size: UInt64, earlier: UInt64) {
        self.folder = folder
        self.size = size
        self.earlier = earlier
    }

    /// Writes a file whole, with the folders above it.
    mutating func write(_ name: String, _ bytes: [UInt8]) throws {
        let path = Path.join(folder, name)
        try Folder.make(Path.split(path).folder)
        // A leftover of a killed export must not keep the next one from its work.
        let token = "export"
        let (parent, last) = Path.split(path)
        try PrivateFile.remove(Path.join(parent, ".\(last).\(token).part"))
        try StagedFile.replace(path, with: bytes, token: token)
        fileCount += 1
    }

    mutating func writeEntries(of ledger: Ledger) throws {
        let start = earlier / Self.full * Self.full
        var bundle: [[UInt8]] = []
        var index = start / Self.full
        var writer = self
        try ledger.forEachEntry(from: start, to: size) { _, entry in
            bundle.append(entry)
            guard bundle.count == TileCoordinate.fullWidth else { return }
            try writer.writeBundle(bundle, index)
            bundle.removeAll(keepingCapacity: true)
            index += 1
        }
        if !bundle.isEmpty { try writer.writeBundle(bundle, index) }
        self = writer
    }

    private mutating func writeBundle(_ entries: [[UInt8]], _ index: UInt64) throws {
        guard let tile = TileCoordinate(level: 0, index: index, width: entries.count) else { return }
        try write(tile.entriesPath, try EntryBundle.encode(entries))
    }

    mutating func writeTiles(of ledger: Ledger) throws {
        for level in 0..<8 where size >> UInt64(8 * level) > 0 {
            let hashes = size >> UInt64(8 * level)
            var first = (earlier >> UInt64(8 * level)) / Self.full * Self.full
            while first < hashes {
                let width = Int(min(Self.full, hashes - first))
                guard let place = TileCoordinate(level: level, index: first / Self.full, width: width) else {
                    return
                }
                let stored = try ledger.tile(level: level, index: place.index).prefix(width)
                let tile = try Tile(parsing: stored.flatMap(\.bytes), coordinate: place)
                try write(place.path, tile.bytes)
                first += Self.full
            }
        }
    }

    /// Removes the partial tiles of the earlier checkpoint, which the newer one does not lead to.
    func removeOutgrown() throws {
        guard earlier < size else { return }
        for level in 0..<8 {
            let (old, new) = (earlier >> UInt64(8 * level), size >> UInt64(8 * level))
            guard let stale = Self.lastPartial(level, old), stale != Self.lastPartial(level, new) else {
                continue
            }
            for name in level == 0 ? [stale.path, stale.entriesPath] : [stale.path] {
                let path = Path.join(folder, name)
                try PrivateFile.remove(path)
                let (parent, _) = Path.split(path)
                if try Folder.names(in: parent).isEmpty { try Folder.remove(parent) }
            }
        }
    }

    private static func lastPartial(_ level: Int, _ hashes: UInt64) -> TileCoordinate? {
        TileCoordinate(level: level, index: hashes / full, width: Int(hashes % full))
    }
}
