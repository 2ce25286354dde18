import CanonicalJSON
import Consent
import Cryptography
import Database
import Files
import MerkleLog

/// What an examination of a ledger found, or counted.
public struct LedgerExamination: Sendable {
    /// Something that is not as it was signed.
    public struct Finding: Hashable, Sendable {
        /// Where: a file, and within it an entry, a tile or a record.
        public let place: String
        /// What is wrong there.
        public let problem: String
    }

    /// What is wrong; empty when all is well.
    public internal(set) var findings: [Finding] = []
    /// What an auditor should know, and is not wrong: it was explained in the log.
    public internal(set) var remarks: [Finding] = []
    /// Entries of the log that were hashed again.
    public internal(set) var entries: UInt64 = 0
    /// Records that were opened and held against their leaves.
    public internal(set) var records: UInt64 = 0
    /// Sealed files that were opened and hashed again.
    public internal(set) var files: UInt64 = 0

    mutating func remark(_ place: String, _ words: String) {
        if remarks.count < 1000 { remarks.append(Finding(place: place, problem: words)) }
    }

    mutating func find(_ place: String, _ problem: String) {
        // A thousand findings say as much as a million, and the latter would fill the memory.
        if findings.count < 1000 { findings.append(Finding(place: place, problem: problem)) }
    }
}

extension Ledger {
    /// Hashes again whatever the ledger holds: every leaf, tile and checkpoint, every record and every sealed file.
    ///
    /// - Parameter onProgress: Called now and then with the number of entries looked at and their total; first while they
    ///   are hashed, and once more from the beginning while their records are opened.
    public func examine(onProgress: (UInt64, UInt64) -> Void = { _, _ in }) throws -> LedgerExamination {
        try translating {
            var examination = LedgerExamination()
            var files = [
                ("log.db", log.connection), ("vault.db", vault.connection),
                ("suppress.db", suppression.connection),
            ]
            if let sources = try openSources() { files.append(("sources.db", sources.connection)) }
            defer { for (_, connection) in files { connection.endSnapshot() } }
            // Nobody appends while the three views are fixed, so that they fit each other; then others may go on.
            try FileLock.holding(home.lock, onWait: context.onWait) {
                try requireSameFiles()
                // What others appended belongs to it; a log that shrank or changed is for the examination to find.
                if try log.size() > checkpoint.checkpoint.size {
                    checkpoint = try HeadFile.settle(home, log: log, signer: signer, context: context)
                }
                for (_, connection) in files { try connection.beginSnapshot() }
            }
            for (name, connection) in files {
                for problem in try connection.integrityFindings() { examination.find(name, problem) }
            }
            let hashes = try examineLeaves(&examination, onProgress)
            try examineCheckpoints(&examination)
            try examineOpenRecords(&examination)
            try examineVault(&examination, onProgress)
            try examineSources(&examination)
            try examineTimes(&examination)
            examination.entries = hashes
            return examination
        }
    }

    /// Hashes the leaves into a tree of their own and holds tiles and root against it; gives the number of leaves.
    private func examineLeaves(
        _ examination: inout LedgerExamination, _ onProgress: (UInt64, UInt64) -> Void
    ) throws -> UInt64 {
        let size = checkpoint.checkpoint.size
        let rebuilt = RebuiltTree(log)
        try log.forEachLeaf(from: 0, to: size) { position, leaf in
            try rebuilt.take(leaf, at: position)
            if position % 65_536 == 0 { onProgress(position, size) }
        }
        try rebuilt.finish(size: size, root: checkpoint.checkpoint.root)
        for finding in rebuilt.findings { examination.find(finding.place, finding.problem) }
        onProgress(size, size)
        return rebuilt.size
    }

    /// The keys that signed the log; the one in force alone where a change of it does not hold, which is found.
    private func examineKeys(_ examination: inout LedgerExamination) -> KeySuccession {
        do {
            return try keySuccession
        } catch {
            examination.find("log.db, changes of the key", (error as? LedgerError)?.message ?? "\(error)")
            return KeySuccession(verifierKey)
        }
    }

    private func examineCheckpoints(_ examination: inout LedgerExamination) throws {
        let keys = examineKeys(&examination)
        let statement = try log.connection.prepare("SELECT size, note FROM checkpoints ORDER BY size")
        while try statement.step() {
            let size = UInt64(clamping: statement.integer(0))
            guard let note = try? SignedNote(parsing: statement.text(1)),
                let verified = try? keys.verified(note), verified.checkpoint.size == size
            else {
                examination.find("log.db, checkpoint \(size)", "its signature does not hold")
                continue
            }
            guard size <= checkpoint.checkpoint.size else {
                examination.find("log.db, checkpoint \(size)", "it is larger than the head")
                continue
            }
            if try rootOfTiles(size) != verified.checkpoint.root {
                examination.find(
                    "log.db, checkpoint \(size)", "its root is not that of the first \(size) entries")
            }
        }
    }

    /// The root that the stored tiles give, or nil where they lack a hash.
    private func rootOfTiles(_ size: UInt64) throws -> Digest? {
        do { return try log.root(of: size) } catch is TileError { return nil }
    }

    private func examineOpenRecords(_ examination: inout LedgerExamination) throws {
        let statement = try log.connection.prepare(
            "SELECT o.position, o.record, o.opening, l.leaf, o.rid, o.kind, o.recorded_at "
                + "FROM open_records o LEFT JOIN leaves l USING (position)")
        while try statement.step() {
            let place = "log.db, open record \(statement.integer(0))"
            let record = statement.bytes(1)
            guard Commitment.leaf(opening: statement.bytes(2), record: record) == statement.bytes(3) else {
                examination.find(place, "it is not what its entry committed to")
                continue
            }
            let json = try? JSONValue(readingCanonical: record)
            let isAsRecorded =
                json?["rid"]?.text == Hex.encode(statement.bytes(4))
                && json?["type"]?.text == statement.text(5)
                && json?["at"]?.text == Instant(seconds: statement.integer(6)).description
            if !isAsRecorded {
                examination.find(place, "the columns beside it do not say what the record says")
            }
        }
    }
}
