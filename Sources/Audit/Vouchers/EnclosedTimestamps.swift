import Cryptography
import Ledger
import MerkleLog

/// The timestamps that lie with a checkpoint, in exports and dossiers.
///
/// | file | what it is |
/// | --- | --- |
/// | `timestamps/<size>-<n>.tsr` | what an authority answered (RFC 3161), for `openssl ts -verify` |
/// | `timestamps/<size>.txt` | the text that it stamped: origin, size and root of the checkpoint with so many entries |
/// | `timestamps/<size>.consistency` | the proof that the enclosed checkpoint extends that one; none for itself |
enum EnclosedTimestamps {
    static let folder = "timestamps"

    /// The name of an answer, taken apart.
    struct Name: Hashable {
        let size: UInt64
        let number: Int

        var path: String { "\(folder)/\(size)-\(number).tsr" }
        var textPath: String { EnclosedTimestamps.textPath(size) }
        var proofPath: String { EnclosedTimestamps.proofPath(size) }

        init(size: UInt64, number: Int) { (self.size, self.number) = (size, number) }

        /// Reads the one spelling of a name.
        init?(_ path: String) {
            guard path.hasPrefix("\(folder)/"), path.hasSuffix(".tsr") else { return nil }
            let parts = path.dropFirst(folder.count + 1).dropLast(4).split(separator: "-")
            guard parts.count == 2, let size = UInt64(parts[0]), let number = Int(parts[1]), number > 0 else {
                return nil
            }
            self.init(size: size, number: number)
            guard self.path == path else { return nil }
        }
    }

    private static func textPath(_ size: UInt64) -> String { "\(folder)/\(size).txt" }
    private static func proofPath(_ size: UInt64) -> String { "\(folder)/\(size).consistency" }

    /// The files of the timestamps that a ledger keeps.
    ///
    /// - Parameter entries: For each of these entries the first timestamp that covers it, and the newest of all; nil for
    ///   every timestamp.
    static func files(
        of ledger: Ledger, covering entries: [UInt64]? = nil
    ) throws -> [(name: String, bytes: [UInt8])] {
        let kept = try ledger.timestamps
        let wanted = entries.map { sizes(covering: $0, of: kept) }
        var files: [(name: String, bytes: [UInt8])] = []
        var (size, number): (UInt64?, Int) = (nil, 0)
        for timestamp in kept where wanted?.contains(timestamp.size) ?? true {
            if timestamp.size != size {
                (size, number) = (timestamp.size, 0)
                guard let text = try ledger.checkpointText(size: timestamp.size) else { continue }
                files.append((textPath(timestamp.size), Array(text.utf8)))
                if timestamp.size != ledger.checkpoint.checkpoint.size {
                    let proof = try ledger.consistencyProof(from: timestamp.size)
                    files.append((proofPath(timestamp.size), Array(proof.serialized.utf8)))
                }
            }
            number += 1
            files.append(
                (Name(size: timestamp.size, number: number).path, TimestampReply.granting(timestamp.token)))
        }
        return files
    }

    private static func sizes(covering entries: [UInt64], of kept: [KeptTimestamp]) -> Set<UInt64> {
        let sizes = Set(kept.map(\.size)).sorted()
        var wanted = Set(sizes.suffix(1))
        for entry in Set(entries) {
            // The first size beyond the entry, found by halving: there may be one timestamp a day, for years.
            var (low, high) = (0, sizes.count)
            while low < high {
                let middle = (low + high) / 2
                if sizes[middle] > entry { high = middle } else { low = middle + 1 }
            }
            if low < sizes.count { wanted.insert(sizes[low]) }
        }
        return wanted
    }

    /// Which of some files belong to timestamps.
    static func belonging(among names: [String]) -> Set<String> {
        let found = names.compactMap { Name($0) }
        return Set(found.flatMap { [$0.path, $0.textPath, $0.proofPath] }).intersection(names)
    }
}
