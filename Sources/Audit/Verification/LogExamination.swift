import Cryptography
import Files
import MerkleLog
import Workers

/// The walk through the files of an exported log.
///
/// The tree is built twice, from the entries and from the tiles of level 0. Where the two differ, the one that leads to
/// the signed root tells which file was changed.
struct LogExamination: ~Copyable {
    private(set) var result: Verification
    private let claim: Checkpoint
    /// Changes of the log's key that lie with it.
    private let transitions: [KeyTransition]
    private var files: ExportedFiles
    private var hasher = TreeHasher()
    private var fromEntries = RehashedTree()
    /// Nil while both are the same tree, which is hashed once then.
    private var fromTiles: RehashedTree?
    private var differing: [TileCoordinate] = []
    private let workers: Workers

    init(
        folder: String, claim: Checkpoint, transitions: [KeyTransition] = [], result: Verification,
        workers: Workers
    ) {
        self.transitions = transitions
        self.workers = workers
        self.result = result
        self.claim = claim
        files = ExportedFiles(folder: folder)
    }

    /// Looks at everything; the findings are in ``result``.
    mutating func run(older: SignedNote?, onProgress: (UInt64, UInt64) -> Void) throws {
        let isWhole = readRows(onProgress)
        result.count("entries", fromEntries.size)
        if isWhole {
            let trusted = try settleRoot()
            compareUpperTiles(with: trusted)
            if let older { try compare(older, trusted) }
            try compareTransitions(trusted)
        }
        result.count("files", files.count)
        try findStrays(isWhole: isWhole)
    }

    /// Reads entries and tiles of level 0, side by side; false where both of a place are lost and nothing can be
    /// built beyond it.
    ///
    /// Rows are hashed by all workers at once and taken in their order.
    private mutating func readRows(_ onProgress: (UInt64, UInt64) -> Void) -> Bool {
        var position: UInt64 = 0
        while position < claim.size {
            let stretches = self.stretches(from: position)
            let folder = files.folder
            let hashed = workers.map(stretches.count) { HashedRow.read(stretches[$0], in: folder) }
            for row in hashed.joined() {
                files.count += 2
                guard take(row) else { return false }
                position += UInt64(row.tile.width)
            }
            onProgress(position, claim.size)
        }
        return true
    }

    /// The next rows, for each worker a stretch of them; several for each, so that a slow one does not hold up the others.
    private borrowing func stretches(from start: UInt64) -> [[TileCoordinate]] {
        let full = UInt64(TileCoordinate.fullWidth)
        var position = start
        var stretches: [[TileCoordinate]] = []
        for _ in 0..<8 * workers.count {
            var stretch: [TileCoordinate] = []
            while position < claim.size, stretch.count < Self.rowsOfStretch {
                let width = min(full, claim.size - position)
                guard
                    let tile = TileCoordinate(level: 0, index: position / full, width: Int(width))
                else { return stretches }
                stretch.append(tile)
                position += width
            }
            if stretch.isEmpty { break }
            stretches.append(stretch)
        }
        return stretches
    }

    private static let rowsOfStretch = 16

    /// Takes the next row, and tells what is wrong with it; false where nothing of it is left.
    private mutating func take(_ row: HashedRow) -> Bool {
        let tile = row.tile
        switch row.content {
        case .agreed(let root):
            fromEntries.take(rowWithRoot: root, &hasher)
            fromTiles?.take(rowWithRoot: root, &hasher)
        case .apart(let hashes, let stored):
            if hashes == nil {
                result.find(
                    tile.entriesPath, "it is missing, damaged, or does not hold \(tile.width) entries")
            }
            if stored == nil {
                result.find(tile.path, "it is missing or does not hold \(tile.width) hashes")
            }
            guard hashes != nil || stored != nil else { return false }
            take(row: hashes, stored: stored, of: tile)
        }
        return true
    }

    /// Takes one row into both trees, as its entries and as its tile have it; one of the two is there.
    private mutating func take(row: [Digest]?, stored: [UInt8]?, of tile: TileCoordinate) {
        if let row, fromTiles == nil, stored.map({ Digest.joined(row, are: $0) }) ?? true {
            return fromEntries.take(row, &hasher)
        }
        let hashes = stored.flatMap { Digest.split($0) } ?? row ?? []
        if let row, row != hashes, differing.count < 1000 { differing.append(tile) }
        if fromTiles == nil { fromTiles = fromEntries }
        fromTiles?.take(hashes, &hasher)
        fromEntries.take(row ?? hashes, &hasher)
    }

    /// Holds both trees against the signed root, names who is wrong, and gives the tree to go on with.
    private mutating func settleRoot() throws -> RehashedTree {
        let entriesHold = try fromEntries.root() == claim.root
        let fromTiles = fromTiles ?? fromEntries
        let tilesHold = try fromTiles.root() == claim.root
        for tile in differing {
            if !entriesHold { result.find(tile.entriesPath, "its entries are not those that were signed") }
            if !tilesHold { result.find(tile.path, "its hashes are not those of the entries") }
        }
        if !entriesHold, !tilesHold {
            result.find(
                LogExport.checkpointName,
                "its root is not that of the \(claim.size) entries, or an entry and its hash were changed alike"
            )
        }
        return tilesHold && !entriesHold ? fromTiles : fromEntries
    }

    private mutating func compareUpperTiles(with tree: RehashedTree) {
        var level = 1
        var bytes: [UInt8] = []
        while case let hashes = tree.hashes(level: level), !hashes.isEmpty {
            for (index, start) in stride(from: 0, to: hashes.count, by: TileCoordinate.fullWidth).enumerated()
            {
                let expected = Array(hashes[start..<min(start + TileCoordinate.fullWidth, hashes.count)])
                guard let tile = TileCoordinate(level: level, index: UInt64(index), width: expected.count)
                else { return }
                if !files.read(tile.path, into: &bytes) || !Digest.joined(expected, are: bytes) {
                    result.find(tile.path, "it is missing, or its hashes are not those of the tiles below")
                }
            }
            level += 1
        }
    }

    /// RFC 6962 has proofs of consistency for whoever lacks the entries; here the old root is computed again.
    private mutating func compare(_ older: SignedNote, _ tree: RehashedTree) throws {
        let name = LogExport.checkpointName
        guard let old = try? result.keys?.verified(older).checkpoint else {
            result.find("older checkpoint", "it is not signed by the key")
            return
        }
        guard old.size <= claim.size else {
            result.find(
                name,
                "it has \(claim.size) entries, and one with \(old.size) was signed earlier: the log shrank")
            return
        }
        if try root(of: old.size, tree) != old.root {
            result.find(name, "the log does not extend the older checkpoint of \(old.size) entries")
        }
        result.count("older checkpoints", 1)
    }

    /// Holds the changes of the key against the entries: each must be one of this log.
    private mutating func compareTransitions(_ tree: RehashedTree) throws {
        for transition in transitions {
            let name = EnclosedTransitions.name(transition.size)
            if transition.from.name != claim.origin {
                result.find(name, "it is of another log")
            } else if transition.size > claim.size {
                result.find(name, "the log has fewer entries")
            } else if try root(of: transition.size, tree) != transition.head.root {
                result.find(name, "the log does not extend the checkpoint with which the key changed")
            }
        }
        if !transitions.isEmpty { result.count("changes of the key", UInt64(transitions.count)) }
    }

    /// The root of an earlier size, at most that of the log.
    private func root(of size: UInt64, _ tree: RehashedTree) throws -> Digest {
        let width = TileCoordinate.fullWidth
        let files = files
        return try tree.root(of: size) { index in
            let first = index.multipliedReportingOverflow(by: UInt64(width)).partialValue
            let count = Int(min(UInt64(width), claim.size - min(first, claim.size)))
            guard let tile = TileCoordinate(level: 0, index: index, width: count) else { return [] }
            if let hashes = files.leafHashes(tile) { return hashes }
            // Lost entries are found elsewhere; what stands in the tile is good enough to go on with.
            var bytes: [UInt8] = []
            return ExportedFiles.read(Path.join(files.folder, tile.path), into: &bytes)
                ? Digest.split(bytes) ?? [] : []
        }
    }

    /// Looks for files that the log does not lead to.
    private mutating func findStrays(isWhole: Bool) throws {
        var strays: [String] = []
        // Which timestamps belong is told by each other, so they are gathered first: one a day is 365 a year.
        var stamps: [String] = []
        try Folder.forEachFile(in: files.folder) { name in
            if name.hasPrefix("\(EnclosedTimestamps.folder)/"), stamps.count < 1 << 16 {
                stamps.append(name)
            } else if !belongs(name), strays.count < 1000 {
                // More of them than findings would only fill the memory.
                strays.append(name)
            }
        }
        let belonging = EnclosedTimestamps.belonging(among: stamps)
        strays += stamps.lazy.filter { !belonging.contains($0) }.prefix(1000)
        for name in strays { judge(stray: name, isWhole: isWhole) }
    }

    /// Whether the log leads to a file of this name.
    private borrowing func belongs(_ name: String) -> Bool {
        if name == EnclosedKey.fileName || name == LogExport.checkpointName { return true }
        if name.hasPrefix("\(EnclosedTransitions.folder)/") {
            return transitions.contains { EnclosedTransitions.name($0.size) == name }
        }
        let isEntries = name.hasPrefix("tile/entries/")
        guard let tile = isEntries ? TileCoordinate(entriesPath: name) : TileCoordinate(path: name) else {
            return false
        }
        return currentWidth(of: tile) == tile.width
    }

    /// A narrower copy of a tile is what an older export left, and must be a beginning of the tile (C2SP tlog-tiles).
    private mutating func judge(stray name: String, isWhole: Bool) {
        let isEntries = name.hasPrefix("tile/entries/")
        guard let tile = isEntries ? TileCoordinate(entriesPath: name) : TileCoordinate(path: name),
            let width = currentWidth(of: tile), tile.width < width,
            let whole = TileCoordinate(level: tile.level, index: tile.index, width: width)
        else {
            result.find(name, "nothing in the log leads to this file")
            return
        }
        guard isWhole else { return }
        let narrow = files.peek(name) ?? []
        let wide = files.peek(isEntries ? whole.entriesPath : whole.path) ?? []
        let hasWidth =
            isEntries
            ? (try? EntryBundle.decode(narrow).count) == tile.width
            : narrow.count == tile.width * Digest.byteCount
        if !hasWidth || !wide.starts(with: narrow) {
            result.find(name, "it is not a beginning of the wider tile")
        }
    }

    private func currentWidth(of tile: TileCoordinate) -> Int? {
        let hashes = tile.level < 8 ? claim.size >> UInt64(8 * tile.level) : 0
        let (first, overflow) = tile.index.multipliedReportingOverflow(by: UInt64(TileCoordinate.fullWidth))
        guard !overflow, first < hashes else { return nil }
        return Int(min(UInt64(TileCoordinate.fullWidth), hashes - first))
    }
}
