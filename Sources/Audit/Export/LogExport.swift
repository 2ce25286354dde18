import Cryptography
import Files
import Ledger
import MerkleLog

/// The public side of a ledger as files, for anybody who wants to check or mirror it.
///
/// The layout is that of C2SP tlog-tiles: `checkpoint`, `tile/<L>/<N>[.p/<W>]`, `tile/entries/<N>[.p/<W>]`, and beside it
/// `vkey`, the verifier key, `transitions/`, the changes of that key, and `timestamps/`, what authorities stamped. The checkpoint bears the cosignatures of
/// witnesses that the ledger keeps for it. Nothing in it is personal data: an entry is a commitment that only its record and
/// opening can be held against.
public enum LogExport {
    static let checkpointName = "checkpoint"

    /// What was written.
    public struct Outcome: Hashable, Sendable {
        /// Entries in the log as exported.
        public let size: UInt64
        /// Entries that lay there already; 0 for a new export.
        public let earlierSize: UInt64
        /// Files that were written.
        public let files: Int
    }
}

extension LogExport.Outcome: CustomStringConvertible {
    /// One line for people.
    public var description: String {
        earlierSize == 0
            ? "\(size) entries exported in \(files) files"
            : "\(size) entries, \(size - earlierSize) of them new"
    }
}
