public import Consent
import Cryptography
import Database
import Files

extension Ledger {
    /// Addresses that are erased in one call.
    public static let greatestErasure = 1000
    /// After how many months somebody is to ask whether the tag of an erased person is still needed.
    public static let monthsOfErasure = 36

    /// Erases what is recorded of some people; what the others' records prove still holds.
    ///
    /// Art. 17 GDPR. Everything is written before anything is destroyed: what must be kept is restricted; the vault gets word of what is
    /// to go; the addresses are put on the do-not-mail list; a tombstone in the log names the entries; then records,
    /// evidence and keys are deleted, and the files are cleansed of them. Cut short after the second step, it is
    /// finished when the ledger is opened next.
    ///
    /// Somebody unknown is answered the same: there is a tombstone in either case, and it may name nothing. A thread on
    /// which an earlier hold stands is kept until its day, unless the pause was lifted.
    ///
    /// - Parameters:
    ///   - addresses: Whom, at most ``greatestErasure``.
    ///   - hold: Why and until when records are kept; nil to erase them now.
    ///   - purposes: Which threads the hold keeps; nil for all. The others are erased.
    ///   - patience: Milliseconds to wait for programs that read.
    ///   - onStep: Called after each step.
    /// - Throws: ``LedgerError``: ``LedgerError/Code/invalidErasure`` or ``LedgerError/Code/pastExpiry`` where nothing was done.
    public func erase(
        _ addresses: [EmailAddress], holding hold: Hold? = nil, of purposes: Set<Purpose>? = nil,
        patience: Int32 = 3000, onStep: (ErasureStep) throws -> Void = { _ in }
    ) throws -> Erasure {
        var seen = Set<EmailAddress>()
        let people = addresses.filter { seen.insert($0).inserted }
        try check(people, hold)
        return try appending {
            if let hold { try keep(people, hold, purposes) }
            try onStep(.held)
            let doomed = Doomed(threads: try erasableThreads(of: people), people: people, hold: hold)
            return try destroyLocked(doomed, patience: patience, onStep: onStep)
        }
    }

    private func check(_ people: [EmailAddress], _ hold: Hold?) throws {
        guard !people.isEmpty, people.count <= Self.greatestErasure else {
            throw LedgerError(
                .invalidErasure,
                people.isEmpty
                    ? "No address was told."
                    : "\(people.count) addresses are more than can be erased at once.",
                hint: "Tell from 1 to \(Self.greatestErasure) addresses.")
        }
        if let hold, hold.until <= now {
            throw LedgerError(
                .pastExpiry, "Nothing can be kept until \(hold.until.day); it is now \(now).",
                hint: "Give a day to come, or erase now.")
        }
    }

    /// Restricts the threads that must be kept, each with its basis and its day.
    private func keep(_ people: [EmailAddress], _ hold: Hold, _ purposes: Set<Purpose>?) throws {
        var acts: [CheckedAct] = []
        for person in people {
            let known = Set(try vault.rows(ofSubject: lookup(person)).map(\.event.purpose))
            for purpose in known.sorted() where purposes?.contains(purpose) ?? true {
                var act = SubjectAct(.restricted, address: person, purpose: purpose)
                act.told = hold.told
                // A purpose that no wording asks for any more still has its records.
                acts.append((act: act, files: []))
            }
        }
        if !acts.isEmpty { _ = try recordLocked(acts) }
    }

    private func erasableThreads(of people: [EmailAddress]) throws -> [Int64] {
        try people.flatMap { person in
            let rows = try vault.rows(ofSubject: lookup(person))
            // Only a pause tells of a hold, and only its records must be opened.
            let pauses = rows.contains { $0.event.kind == .restricted }
            let records = pauses ? try rows.map(opened) : []
            let kept = Set(rows.map(\.event.purpose)).filter { purpose in
                Hold(among: records, for: purpose).map { $0.until > now } ?? false
            }
            return Set(rows.filter { !kept.contains($0.event.purpose) }.map(\.thread)).sorted()
        }
    }

    /// What the do-not-mail list says of an address, for a purpose or, where that is ``Purpose/everything``, for all mail.
    package func suppression(of address: EmailAddress, for purpose: Purpose) throws -> Suppression? {
        try translating { try suppression.suppression(of: address, for: purpose) }
    }
}
