package import CanonicalJSON
public import Consent

/// A record without personal data: its text and its opening lie in the log beside its leaf.
public struct OpenRecord: Sendable {
    /// What open records are about.
    public enum Kind: String, Sendable, CaseIterable {
        /// The controller was named.
        case controllerNamed = "controller-named"
        /// A wording was published.
        case wordingPublished = "wording-published"
        /// A list was vetted; the record is the certificate.
        case listVetted = "list-vetted"
        /// The people of a list are to be found again in other lists.
        case sourceRegistered = "source-registered"
        /// Such a list counts until another day.
        case sourceRenewed = "source-renewed"
        /// Such a list counts no more.
        case sourceRemoved = "source-removed"
        /// The claims of a list were taken over; the record has its digest and counts.
        case listImported = "list-imported"
        /// Something was said of the sending for a purpose, as which tool sends.
        case sendingDeclared = "sending-declared"
        /// A policy was adopted; the record has its files.
        case policyAdopted = "policy-adopted"
        /// People were put on the do-not-mail list whom another tool's list names; the record has its digest and counts.
        case suppressionImported = "suppression-imported"
        /// Addresses were put on the do-not-mail list by hand, taken off it or looked at again; the record has counts.
        case suppressionChanged = "suppression-changed"
        /// Records of subjects were erased; the record names their places in the log, and its time is a day.
        case subjectsErased = "subjects-erased"
        /// What was past its time was destroyed; the record has the policy's digest and counts.
        case retentionRun = "retention-run"
        /// Another key signs the log from here on; the record names both.
        case keyChanged = "key-changed"
        /// This log succeeds another that could not go on; the record has its last known checkpoint.
        case logSucceeded = "log-succeeded"
        /// Somebody said why a record tells an earlier time than the one before it: a clock was wrong.
        case clockExplained = "clock-explained"
    }

    /// What it is about.
    public let kind: Kind
    /// Its name.
    public let rid: RecordID
    /// Its place in the log.
    public let index: UInt64
    /// When the ledger learnt it.
    public let recordedAt: Instant
    /// The canonical text R, UTF-8.
    package let record: [UInt8]
    package let opening: [UInt8]
    /// R, read.
    package let json: JSONValue

    /// Its entry in the log.
    var leaf: [UInt8] { Commitment.leaf(opening: opening, record: record) }

    /// The value of a member of R.
    package subscript(name: String) -> JSONValue? { json[name] }
}
