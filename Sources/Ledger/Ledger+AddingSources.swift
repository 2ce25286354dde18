import CanonicalJSON
public import Consent
import Database
import Files

extension Ledger {
    /// Registers a list, or finds it registered: the same file changes nothing but, if asked for, its expiry.
    ///
    /// The order is the promise: the fingerprints go into `sources.db`; then the log is told, and from then on the source
    /// counts. Cut short before, the next registration sweeps the rest away. Whose fingerprints were lost gets them
    /// back by registering the same file again.
    ///
    /// - Parameters:
    ///   - label: What the user calls it; it never enters the log.
    ///   - expiresAt: Until when it counts; nil for twelve months, and for a known file as it is.
    ///   - fill: Reads the list into the draft. It may start over; whatever it throws is thrown on, and nothing is kept.
    public func addSource(
        label: String?, expiresAt: Instant?, fill: (SourceDraft) throws -> SourceDescription
    ) throws -> SourceAddition {
        if let expiresAt, expiresAt <= now {
            throw LedgerError(
                .pastExpiry, "A source cannot expire at \(expiresAt); it is now \(now).",
                hint: "Give a day to come, as in --expires 2027-05-01, or --months 12.")
        }
        // One at a time, so that what the log does not know is known to be nobody's.
        let outcome = try translating {
            try FileLock.holding(home.sourceLock, onWait: context.onWait) {
                Result { try add(label: label, expiresAt: expiresAt, fill: fill) }
            }
        }
        return try outcome.get()
    }

    private func add(
        label: String?, expiresAt: Instant?, fill: (SourceDraft) throws -> SourceDescription
    ) throws -> SourceAddition {
        let store = try beginSources()
        let number = try translating { try store.begin(try freshRecordID(), label: label) }
        let draft = SourceDraft(store, FingerprintKey(lookup: keys.lookup), number: number)
        do {
            let description = try fill(draft)
            return try appending {
                try draft.flush()
                return try settle(number, description, label: label, expiresAt: expiresAt, store)
            }
        } catch {
            // Where nobody knows whether the log was told, the fingerprints stay; if it was not, they are swept later.
            if !isUncertain { try? store.remove([number]) }
            // A store that fails speaks in its own words while the list is read.
            throw error is DatabaseError ? LedgerError(describing: error, home: home) : error
        }
    }

    /// Opens the store, or makes it, and sweeps away what a killed process left.
    private func beginSources() throws -> SourceStore {
        try appending {
            if try openSources() == nil {
                try PrivateFile.ensure(home.sourceDatabase)
                sourceStore = try SourceStore(path: home.sourceDatabase, mode: .create)
            }
            guard let store = try openSources() else {
                throw LedgerError(.storage, "sources.db cannot be opened.", hint: "Run consentgate doctor.")
            }
            let known = Set(registry.sources.map(\.rid))
            try store.remove(try store.entries().filter { !known.contains($0.rid) }.map(\.number))
            try sweepSources()
            return store
        }
    }

    /// Tells the log of a list that was read whole, unless it knows it; the caller holds the ledger.
    private func settle(
        _ number: Int64, _ description: SourceDescription, label: String?, expiresAt: Instant?,
        _ store: SourceStore
    ) throws -> SourceAddition {
        let count = try store.count(of: number)
        guard count > 0 else {
            throw LedgerError(
                .emptySource, "The list tells nothing by which its people could be found again.",
                hint: "It needs addresses, profile links, or names of at least two words.")
        }
        // An archive has one digest and several lists, and a list read with other columns is remembered anew.
        let known = registry.sources.last {
            $0.digest == description.digest && $0.layout == description.layout && $0.rows == description.rows
                && $0.fingerprints == count && $0.stands(at: now)
        }
        guard let known else {
            let body = RegisteredSource.body(
                description, fingerprints: count,
                expiresAt: expiresAt ?? now.advanced(byMonths: Self.monthsOfSource))
            let record = try newSource(number, body, label: label, newestDay: description.newestDay, store)
            return try addition(of: record, .added)
        }
        let entry = try entriesOfSources()[known.rid]
        if let entry {
            if let label {
                try store.rename(entry.number, to: known.rid, label: label, newestDay: entry.newestDay)
            }
            try store.remove([number])
        } else {
            try store.rename(number, to: known.rid, label: label, newestDay: description.newestDay)
        }
        if let expiresAt, expiresAt != known.expiresAt {
            let renewal = JSONValue.object(of: [
                "rid": .string(known.rid.description), "expiresAt": .string(expiresAt.description),
            ])
            _ = try appendLocked(.sourceRenewed, [.init("source", renewal)])
            return try addition(of: known.rid, .renewed)
        }
        return try addition(of: known.rid, entry == nil ? .restored : .known)
    }

    /// Gives the fingerprints the name of their record, then commits the record.
    private func newSource(
        _ number: Int64, _ body: [JSONValue.Member], label: String?, newestDay: String?, _ store: SourceStore
    ) throws -> RecordID {
        let rid = try freshRecordID()
        try store.rename(number, to: rid, label: label, newestDay: newestDay)
        return try appendLocked(.sourceRegistered, body, rid: rid).rid
    }

    private func addition(of rid: RecordID, _ outcome: SourceAddition.Outcome) throws -> SourceAddition {
        guard let source = registry.sources.last(where: { $0.rid == rid }) else {
            throw LedgerError(.corrupt, "The log lost a source.", hint: "Run consentgate verify.")
        }
        return SourceAddition(source: kept(source, try entriesOfSources()[rid]), outcome: outcome)
    }
}
