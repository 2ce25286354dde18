import CanonicalJSON
import Consent
import Cryptography
import Database
import MerkleLog

extension Ledger {
    /// The greatest file of evidence that is sealed, in bytes.
    public static let greatestEvidence = 32 << 20

    /// How far ahead of this machine's clock a claimed time may be, in seconds (rule L11).
    public static let clockTolerance: Int64 = 300

    /// 1971-01-01T00:00:00Z, the year of the first e-mail between two machines.
    static let earliestTime = Instant(seconds: 31_536_000)

    /// Records an act of a subject.
    ///
    /// The same act told twice is answered with the first event. An act without a time is the same as an earlier one
    /// only while nothing else happened in between.
    ///
    /// - Throws: ``LedgerError``; nothing is stored then, unless its code is ``LedgerError/Code/storage``.
    public func record(_ act: SubjectAct) throws -> RecordedEvent {
        guard let event = try record(batch: [act]).first else {
            throw LedgerError(.storage, "Nothing was recorded.", hint: "Run consentgate doctor.")
        }
        return event
    }

    func check(_ act: SubjectAct) throws {
        try checkContent(act)
        try checkNames(act)
    }

    /// Refuses a purpose or a wording that nobody published.
    func checkNames(_ act: SubjectAct) throws {
        if act.purpose != .everything { try require(act.purpose) }
        if let reference = act.wording, wording(reference) == nil { throw unknownWording(reference) }
    }

    /// Refuses what by itself can be no act.
    func checkContent(_ act: SubjectAct) throws {
        let isOfRelease = act.kind == .released || act.kind == .releaseConfirmed
        guard isOfRelease == (act.release != nil) else {
            throw LedgerError(
                .invalidRelease, "A release is not recorded as an act of the person.",
                hint: "Use the function for releases, which asks for its reason and its end.")
        }
        try ToldFacts.check(act.told, mayBeEmpty: false, isOpen: false)
        if let claimed = act.occurredAt, claimed > now.advanced(by: Self.clockTolerance) {
            throw LedgerError(
                .futureTime, "The time \(claimed) lies in the future; it is now \(now).",
                hint: "Give the time at which it happened, with its zone.")
        }
        if let claimed = act.occurredAt, claimed < Self.earliestTime {
            throw LedgerError(
                .implausibleTime, "The time \(claimed) lies before the first e-mail was sent.",
                hint: "Give the time at which it happened, or leave it away if nobody can say.")
        }
        if act.evidence.contains(where: { $0.bytes.isEmpty }) {
            throw LedgerError(
                .emptyEvidence, "A file of evidence is empty, and shows nothing.",
                hint: "Give the file that shows the act.")
        }
        for file in act.evidence where file.keeping == .sealed && file.bytes.count > Self.greatestEvidence {
            throw LedgerError(
                .evidenceTooLarge, "A file of evidence is over \(Self.greatestEvidence >> 20) MiB.",
                hint: "Use --hash-only and keep the file yourself, or give a smaller extract.")
        }
    }
}
