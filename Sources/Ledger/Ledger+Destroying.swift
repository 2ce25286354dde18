import Consent
import Database

extension Ledger {
    /// What is to be destroyed, and who asked for it.
    struct Doomed {
        var threads: [Int64]
        /// Whom to put on the do-not-mail list.
        var people: [EmailAddress] = []
        var hold: Hold?
    }

    /// Whether an erasure was begun and not everything of it is destroyed.
    public var isErasureUnfinished: Bool {
        get throws {
            let progress = try translating { try vault.erasureProgress() }
            return progress.hasIntents || progress.isUndestroyed
        }
    }

    /// Finishes what erasures left to be destroyed.
    ///
    /// - Parameter patience: Milliseconds to wait for programs that read.
    /// - Returns: Whether nothing is left; false while another program is reading.
    public func finishErasures(patience: Int32 = 3000) throws -> Bool {
        try appending { try cleanse(nil, patience: patience) }
    }

    /// Destroys with all that keeps order; the caller holds the ledger.
    func destroyLocked(
        _ doomed: Doomed, patience: Int32, onStep: (ErasureStep) throws -> Void
    ) throws -> Erasure {
        // The last thing that could fail harmlessly: from here on it is finished, by whomever.
        try vault.connection.transaction {
            try vault.intend(doomed.threads, suppressing: !doomed.people.isEmpty)
        }
        try onStep(.intended)
        let review = now.advanced(byMonths: Self.monthsOfErasure).day
        try suppress(doomed.people, review: review)
        try onStep(.suppressed)
        let positions = try vault.positions(ofThreads: doomed.threads)
        let tombstone = try bury(positions)
        try onStep(.buried)
        let residue = try delete(positions)
        try onStep(.deleted)
        let isDestroyed = try cleanse(residue, patience: patience)
        if isDestroyed { try onStep(.destroyed) }
        return Erasure(
            tombstone: tombstone.rid, index: tombstone.index, day: tombstone.recordedAt.day,
            addresses: doomed.people.count, reviewOn: doomed.people.isEmpty ? nil : review, hold: doomed.hold,
            isDestroyed: isDestroyed, records: UInt64(positions.count))
    }

    private func suppress(_ people: [EmailAddress], review: String) throws {
        guard !people.isEmpty else { return }
        try suppression.connection.transaction {
            for person in people {
                try suppression.suppress(
                    person, scope: .everything, since: now.day, reason: .erased, review: review)
            }
        }
    }

    /// Commits the tombstone of some entries to the log.
    private func bury(_ positions: [UInt64]) throws -> OpenRecord {
        let (tombstone, day) = (Tombstone(entries: positions), Tombstone.day(of: now))
        let record = try draft(.subjectsErased, tombstone.body, rid: freshRecordID(), at: day)
        try commit([record.leaf], open: [record], erasing: tombstone.entries, at: day)
        return record
    }

    private func delete(_ positions: [UInt64]) throws -> Residue {
        let named = try log.erasedCount()
        return try vault.connection.transaction {
            let eraser = try VaultEraser(vault)
            for position in positions { try eraser.erase(position) }
            return try eraser.finish(erased: named)
        }
    }

    /// Empties the write-ahead logs, and writes the vault anew where something deleted still stands in it.
    ///
    /// - Parameter residue: What was deleted; nil where nobody knows any more.
    /// - Returns: False while another program is reading.
    private func cleanse(_ residue: Residue?, patience: Int32) throws -> Bool {
        guard try vault.erasureProgress().isUndestroyed else { return true }
        guard try emptyLogs(patience: patience) else { return false }
        if try residue?.stands(in: vault.connection) ?? true {
            try vault.connection.rebuild()
            guard try emptyLogs(patience: patience) else { return false }
        }
        // They hold keyed digests of whoever was erased.
        try forgetStandings()
        try vault.noteDestroyed()
        return true
    }

    private func emptyLogs(patience: Int32) throws -> Bool {
        guard try vault.connection.emptyLog(patience: patience) else { return false }
        return try suppression.connection.emptyLog(patience: patience)
    }

    /// Finishes what a killed process, or one that was in the way of a reader, left of an erasure; the caller holds the ledger.
    func settleErasures() throws {
        let progress = try vault.erasureProgress()
        guard progress.hasIntents || progress.isUndestroyed else { return }
        try Recovery.destroyAgain(vault: vault, log: log)
        let left = try vault.intended()
        if !left.isEmpty {
            // The tags came right after the intent. A record that cannot be opened tells no address, and must go all the same.
            let people = try left.filter(\.suppresses).compactMap { mark in
                try vault.firstRow(ofThread: mark.thread).flatMap { try? opened($0).address }
            }
            let known = Array(Set(people)).sorted { $0.normalized < $1.normalized }
            _ = try destroyLocked(
                Doomed(threads: left.map(\.thread), people: known), patience: 0, onStep: { _ in })
        }
        _ = try cleanse(nil, patience: 0)
    }
}
