import Consent
import Cryptography
import Database
import Files
public import MerkleLog

extension Ledger {
    /// Makes a new key for the log's checkpoints, has both keys sign that it took over, and destroys the old one.
    ///
    /// The order is the promise:
    ///
    /// 1. the new key beside the old one, on the disk;
    /// 2. an open record that names both, and the checkpoint that ends with it, signed by both, into the log, committed;
    /// 3. that checkpoint into `head`, fsynced;
    /// 4. the new key into the place of the old one, in one step;
    /// 5. the old one overwritten and removed.
    ///
    /// Cut short before 2, nothing has changed; after it, the next opening finishes. Whoever knows only the old key finds
    /// the new one in the log, under a signature of the old one; receipts of before hold as they did.
    public func rotateLogKey() throws -> LogKeyChange { try rotateLogKey(onStep: { _ in }) }

    package func rotateLogKey(onStep: (LogKeyChange.Step) throws -> Void) throws -> LogKeyChange {
        try appending {
            let settlement = LogKeySettlement(home: home, log: log, origin: origin)
            try settlement.drop()
            let seed = try SecretKey.generate(from: context.random)
            try KeyFile.write(seed, to: home.nextKey(.log))
            try onStep(.begun)
            let next = try LogSigner(name: origin, seed: seed)
            let change = KeyChangeRecord(from: verifierKey, to: next.verifierKey)
            let signed = try commit(change, signedBy: next)
            try onStep(.logged)
            try HeadFile.write(signed, home: home)
            try onStep(.headed)
            try settlement.install { try onStep(.exchanged) }
            keys.takeOver(log: seed)
            (signer, verifierKey, checkpoint) = (next, next.verifierKey, signed)
            identities = Self.identities(home)
            return LogKeyChange(from: change.from, to: change.to, checkpoint: signed)
        }
    }

    /// Commits the record of a change and the checkpoint that both keys sign.
    private func commit(_ change: KeyChangeRecord, signedBy next: LogSigner) throws -> VerifiedCheckpoint {
        let record = try draft(.keyChanged, change.body, rid: freshRecordID(), at: now)
        return try log.connection.transaction {
            try log.append([record.leaf], at: record.index)
            try log.insert(record)
            let size = record.index + 1
            let claim = try Checkpoint(origin: origin, size: size, root: log.root(of: size))
            // The new key comes first: whoever looks for one signature by hand looks at the first.
            var note = try next.sign(claim).note
            for signature in try signer.sign(claim).note.signatures { note = try note.adding(signature) }
            try log.save(checkpoint: note.serialized, size: size, signedAt: now.seconds)
            return try next.verifierKey.verified(note, origin: origin)
        }
    }

    /// The keys that signed this log one after the other, and where each gave way to the next.
    ///
    /// - Throws: ``LedgerError/Code/corrupt`` where a change of the key does not hold.
    public var keySuccession: KeySuccession {
        get throws { try translating { try KeySuccession(of: verifierKey, through: log.keyTransitions()) } }
    }
}
