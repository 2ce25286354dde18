import CanonicalJSON
import Consent

extension Ledger {
    /// Lets a held row pass until a day: an event for each of its addresses, sealed like all that is known of them.
    ///
    /// What is told twice is answered with the first, unless a stop of the person came in between.
    ///
    /// - Returns: The release, and whether anything was appended.
    /// - Throws: ``LedgerError``: ``LedgerError/Code/pastExpiry``, ``LedgerError/Code/invalidRelease`` or
    ///   ``LedgerError/Code/unknownRecord`` where the draft makes no release.
    public func release(_ draft: ReleaseDraft) throws -> (release: Release, isNew: Bool) {
        try draft.check(at: now)
        try require(draft.purpose)
        guard let run = try openRecord(draft.terms.run), run.kind == .listVetted else {
            throw LedgerError(
                .unknownRecord, "No vetting of the name \(draft.terms.run) is recorded.",
                hint: "The names of all runs stand in: consentgate audit ledger")
        }
        guard run["purpose"]?.text == draft.purpose.id else {
            throw LedgerError(
                .invalidRelease, "That list was not vetted for the purpose \(draft.purpose).",
                hint: "Name the purpose of the vetting.")
        }
        return try appending {
            let name = try freshRecordID()
            var acts = acts(of: draft, name)
            // More addresses of a row that was let pass before belong to the same release.
            let earlier = try known(acts).lazy.compactMap { $0 }.first.flatMap {
                try vault.row($0.rid)?.release
            }
            if let earlier { acts = self.acts(of: draft, earlier) } else { acts[0].rid = name }
            let events = try recordLocked(try acts.map(checked))
            guard let first = events.first,
                let entry = try entries(ofRelease: first.rid).first(where: { $0.record.rid == first.rid })
            else {
                throw LedgerError(.corrupt, "The vault lost a release.", hint: "Run consentgate verify.")
            }
            return (entry.release, events.contains { !$0.wasKnown })
        }
    }

    private func acts(of draft: ReleaseDraft, _ name: RecordID) -> [SubjectAct] {
        var seen = Set<EmailAddress>()
        return draft.addresses.filter { seen.insert($0).inserted }.map { address in
            var act = SubjectAct(.released, address: address, purpose: draft.purpose)
            act.occurredAt = now
            act.reason = draft.reason
            act.release = ReleaseMark(release: name, by: draft.by, terms: draft.terms)
            return act
        }
    }

    /// Records that a second person agrees to a release (four eyes).
    ///
    /// - Parameters:
    ///   - rid: The name of the release, or of the record of one of its addresses.
    ///   - name: The name of the second person; the first one's cannot be it, however it is written.
    /// - Returns: The release, and whether anything was appended: the same person agreeing again changes nothing.
    /// - Throws: ``LedgerError``: ``LedgerError/Code/unknownRelease``, ``LedgerError/Code/samePerson``,
    ///   ``LedgerError/Code/endedRelease`` or ``LedgerError/Code/alreadyConfirmed``.
    public func confirm(release rid: RecordID, by name: String) throws -> (release: Release, isNew: Bool) {
        try ReleaseDraft.check(name: name)
        return try appending {
            let entries = try entries(ofRelease: rid)
            guard let first = entries.first?.release else {
                throw LedgerError(
                    .unknownRelease, "No release of the name \(rid) is recorded.",
                    hint: "Names of releases stand in the answers of release and show.")
            }
            guard !ReleaseDraft.isSame(first.by, name) else {
                throw LedgerError(
                    .samePerson, "Whoever let the row pass cannot also be the second person who agrees.",
                    hint: "Ask somebody else to look at it.")
            }
            let standing = entries.filter { !$0.isEnded }
            guard first.expiresAt > now, !standing.isEmpty else {
                let why =
                    first.expiresAt > now
                    ? "A stop of the person came after the release."
                    : "The release ended at \(first.expiresAt)."
                throw LedgerError(.endedRelease, why, hint: "It counts no more, and needs no second person.")
            }
            let waiting = standing.filter { $0.release.confirmedBy == nil }
            guard var release = waiting.first?.release else {
                return (try confirmed(standing, by: name), false)
            }
            let acts = waiting.map { entry in
                var act = SubjectAct(
                    .releaseConfirmed, address: entry.record.address, purpose: entry.release.purpose)
                act.occurredAt = now
                act.release = ReleaseMark(release: first.rid, by: name, confirming: entry.record.rid)
                return act
            }
            _ = try recordLocked(try acts.map(checked))
            release.confirmedBy = name
            return (release, true)
        }
    }

    /// The release that this very person confirmed before.
    private func confirmed(_ entries: [ReleaseHistory.Entry], by name: String) throws -> Release {
        let same = entries.first { entry in
            entry.release.confirmedBy.map { ReleaseDraft.isSame($0, name) } ?? false
        }
        guard let same else {
            throw LedgerError(
                .alreadyConfirmed, "A second person agreed to this release already.",
                hint: "Nothing is left to do: it counts.")
        }
        return same.release
    }

    /// What became of a release for each address of its row, in the order of the log.
    private func entries(ofRelease rid: RecordID) throws -> [ReleaseHistory.Entry] {
        let name = try vault.row(rid)?.release ?? rid
        var seen = Set<[UInt8]>()
        return try vault.rows(ofRelease: name).filter { seen.insert($0.lookup).inserted }.flatMap { row in
            let rows = try vault.rows(ofSubject: row.lookup)
            let records = try rows.filter { $0.release != nil }.map(opened)
            return ReleaseHistory(of: records, among: rows.map(\.event)).entries
                .filter { $0.release.rid == name }
        }
    }
}
