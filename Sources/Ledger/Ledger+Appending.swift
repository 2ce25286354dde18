package import CanonicalJSON
import Consent
import Cryptography
import Database
import Files
import MerkleLog

extension Ledger {
    /// Runs a body while no other process appends, with everything that others appended taken in.
    func appending<Result>(_ body: () throws -> Result) throws -> Result {
        guard !isUncertain else {
            throw LedgerError(
                .storage, "An earlier write failed half-way.",
                hint: "Run the command again: an act that is recorded already is answered and not repeated.")
        }
        do {
            return try FileLock.holding(home.lock, onWait: context.onWait) {
                try requireSameFiles()
                let seal = VaultSeal.unbroken(home, keys)
                // What others appended is taken in; where nobody did, nothing has to be read again.
                if try log.size() != checkpoint.checkpoint.size {
                    checkpoint = try HeadFile.settle(home, log: log, signer: signer, context: context)
                    registry = try Registry(log)
                }
                try Recovery.finish(vault: vault, log: log)
                try settleErasures()
                try sweepSources()
                let result = try body()
                // A body that fails may have stored something or not: what is derived is then made anew.
                seal?.renew(home, keys)
                return result
            }
        } catch {
            if error is DatabaseError || error is FileError { isUncertain = true }
            throw LedgerError(describing: error, home: home)
        }
    }

    /// Refuses to go on where a restoration or a change of keys put others in the place of what was opened.
    ///
    /// What is written to files that were put aside, or wrapped under a key that is gone, would be answered and lost; what
    /// was signed under another key could not be read.
    func requireSameFiles() throws {
        guard Self.identities(home) == identities else {
            throw LedgerError(
                .storage, "Another ledger or another key was put in place while this one was open.",
                hint: "Nothing was recorded. Run the command again.")
        }
    }

    /// Commits leaves to the log and moves the head: steps 2 and 3 of the way of an event.
    ///
    /// - Parameters:
    ///   - leaves: The new entries.
    ///   - open: The open records among them.
    ///   - erased: Places of earlier entries that the first of the open records, a tombstone, names.
    ///   - moment: When it was signed, as `log.db` tells; nil for now.
    func commit(
        _ leaves: [[UInt8]], open: [OpenRecord] = [], erasing erased: [UInt64] = [], at moment: Instant? = nil
    ) throws {
        let size = checkpoint.checkpoint.size
        let (newest, head) = try log.connection.transaction {
            try log.append(leaves, at: size)
            for record in open { try log.insert(record) }
            if let tombstone = open.first { try log.insert(erased: erased, by: tombstone.index) }
            let grown = size + UInt64(leaves.count)
            let signed = try signer.sign(
                Checkpoint(origin: origin, size: grown, root: try log.root(of: grown)))
            try log.save(
                checkpoint: signed.note.serialized, size: grown, signedAt: (moment ?? now).seconds)
            return (signed, try HeadDraft(signed, home: home))
        }
        try head.commit()
        checkpoint = newest
    }

    /// Appends an open record.
    ///
    /// - Parameters:
    ///   - kind: What it is about.
    ///   - body: Its own members of R, beside those that every record has.
    package func append(_ kind: OpenRecord.Kind, _ body: [JSONValue.Member]) throws -> OpenRecord {
        try appending { try appendLocked(kind, body) }
    }

    /// - Parameters:
    ///   - rid: The name that the record must have; nil for a fresh one.
    ///   - moment: When it says that it was recorded; nil for now.
    func appendLocked(
        _ kind: OpenRecord.Kind, _ body: [JSONValue.Member], rid wanted: RecordID? = nil,
        at moment: Instant? = nil
    ) throws -> OpenRecord {
        let record = try draft(kind, body, rid: wanted ?? freshRecordID(), at: moment ?? now)
        try commit([record.leaf], open: [record], at: moment)
        try registry.add(record)
        return record
    }

    /// An open record for the next place of the log.
    func draft(
        _ kind: OpenRecord.Kind, _ body: [JSONValue.Member], rid: RecordID, at moment: Instant
    ) throws -> OpenRecord {
        let json = JSONValue.object(
            [
                .init("v", .integer(RecordMembers.version)), .init("type", .string(kind.rawValue)),
                .init("log", .string(origin)), .init("rid", .string(rid.description)),
                .init("at", .string(moment.description)),
            ] + body)
        return OpenRecord(
            kind: kind, rid: rid, index: checkpoint.checkpoint.size, recordedAt: moment,
            record: json.canonicalBytes,
            opening: try context.random.bytes(Commitment.openingSize), json: json)
    }

    func freshRecordID() throws -> RecordID {
        guard let rid = RecordID(bytes: try context.random.bytes(16)) else {
            throw LedgerError(.key, "No randomness could be had.", hint: "Try again.")
        }
        return rid
    }
}
