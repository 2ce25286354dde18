import Consent
import Cryptography

/// An act on its way into the ledger, with its record where that was made before its turn.
///
/// It goes through several hands and is the same in all, so that it is one object: a copy of its many texts would cost as
/// much as its insertion.
package final class ForeseenAct: Sendable {
    /// The act.
    package let act: SubjectAct
    /// What was made of it; nil where that can only be told when it is recorded.
    let record: ForeseenRecord?

    /// An act of which nothing was made yet.
    package convenience init(_ act: SubjectAct) { self.init(act, record: nil) }

    init(_ act: SubjectAct, record: ForeseenRecord?) {
        self.act = act
        self.record = record
    }
}

/// What is stored of an act if it begins a thread, or follows the act before it in the thread which that began.
struct ForeseenRecord: Sendable {
    /// For how long it holds: see ``ActForesight``.
    let epoch: Int
    let recordedAt: Instant
    let lookup: [UInt8]
    let idempotency: [UInt8]
    let rid: RecordID
    let grade: Grade
    let files: [Evidence]
    let leaf: [UInt8]
    let payload: [UInt8]
    /// What is kept of each of its files.
    let sealed: [[UInt8]?]
    let place: Place

    /// Where in its thread it stands.
    enum Place: Sendable {
        /// At the start, with the thread's key as it is stored.
        case first(wrappedKey: [UInt8])
        /// Behind another record.
        case after(RecordID)
    }
}
