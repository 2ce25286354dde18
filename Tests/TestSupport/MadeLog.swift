import Cryptography
import Files
package import MerkleLog

/// An exported log put together from entries, as whoever has its key can put one together.
///
/// No ledger stands behind it: for logs that a ledger would never sign, and for very long ones.
package struct MadeLog {
    private let folder: String

    /// A log in a folder that is empty or does not exist.
    package init(in folder: String) { self.folder = folder }

    /// Writes key, entries, tiles and the signed checkpoint.
    ///
    /// - Parameters:
    ///   - size: How many entries it has.
    ///   - signer: Whose log it is.
    ///   - entry: Gives the entry at an index.
    @discardableResult
    package func write(
        size: UInt64, signedBy signer: LogSigner, entry: (UInt64) throws -> [UInt8]
    ) throws -> VerifiedCheckpoint {
        var frontier = Frontier()
        var hashes: [Digest] = []
        var bundle: [[UInt8]] = []
        for index in 0..<size {
            bundle.append(try entry(index))
            guard bundle.count == TileCoordinate.fullWidth || index == size - 1 else { continue }
            for entry in bundle {
                let hash = TreeHash.leaf(entry)
                try frontier.append(hash)
                hashes.append(hash)
            }
            if let tile = TileCoordinate(level: 0, index: index / 256, width: bundle.count) {
                try write(tile.entriesPath, EntryBundle.encode(bundle))
            }
            bundle.removeAll(keepingCapacity: true)
        }
        for tile in try TileTree.append(hashes, to: 0, load: { _, _ in [] }) {
            try write(tile.coordinate.path, tile.bytes)
        }
        let checkpoint = try signer.sign(
            Checkpoint(origin: signer.verifierKey.name, size: size, root: frontier.root))
        try write("vkey", Array("\(signer.verifierKey.text)\n".utf8))
        try write("checkpoint", checkpoint.note.bytes)
        return checkpoint
    }

    private func write(_ name: String, _ bytes: [UInt8]) throws {
        let path = Path.join(folder, name)
        try Folder.make(Path.split(path).folder)
        // What a test makes needs no fsync.
        try ScratchFolder.place(bytes, at: path)
    }
}
