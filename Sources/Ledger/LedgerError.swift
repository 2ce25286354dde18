/// Why the ledger would not do something.
///
/// Never holds an address, a key or the content of a record.
public struct LedgerError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What a program may act on.
    public enum Code: String, Sendable, CaseIterable {
        /// There is no ledger at that place.
        case missing = "ledger-missing"
        /// A file of the ledger is damaged, or does not fit the others.
        case corrupt = "ledger-corrupt"
        /// A file belongs to something else than a ledger.
        case foreign = "ledger-foreign"
        /// The ledger was written by a newer program.
        case newer = "ledger-newer"
        /// The log is older than the last checkpoint that this ledger signed, or another.
        case rolledBack = "ledger-rolled-back"
        /// A key file is missing, readable by others or no key.
        case key = "ledger-key"
        /// The kek is wrapped, and nobody can be asked for what opens it.
        case locked = "ledger-locked"
        /// The passphrase does not open the kek.
        case wrongPassphrase = "wrong-passphrase"
        /// The key from a command or a file does not open the kek.
        case wrongKey = "wrong-key"
        /// A file of a passphrase cannot be used.
        case passphraseFile = "passphrase-file"
        /// A new passphrase is too short.
        case weakPassphrase = "weak-passphrase"
        /// The program that should write a key did not.
        case keyCommand = "key-command"
        /// The purpose is not known.
        case unknownPurpose = "unknown-purpose"
        /// The wording is not known.
        case unknownWording = "unknown-wording"
        /// The wording's file cannot be used.
        case invalidWording = "invalid-wording"
        /// The claimed time lies in the future.
        case futureTime = "future-time"
        /// The claimed time lies before there was e-mail.
        case implausibleTime = "implausible-time"
        /// A file of evidence has no content.
        case emptyEvidence = "empty-evidence"
        /// A file of evidence is too large to be sealed.
        case evidenceTooLarge = "evidence-too-large"
        /// The record is not known.
        case unknownRecord = "unknown-record"
        /// No such source is registered.
        case unknownSource = "unknown-source"
        /// A fact has no name or value that a record can hold.
        case invalidFact = "invalid-fact"
        /// The parts of a release do not make one.
        case invalidRelease = "invalid-release"
        /// No such release is recorded.
        case unknownRelease = "unknown-release"
        /// Who let a row pass cannot also be the second person who agrees.
        case samePerson = "same-person"
        /// A second person agreed already.
        case alreadyConfirmed = "already-confirmed"
        /// The release counts no more: its time is over, or a stop came after it.
        case endedRelease = "ended-release"
        /// Nothing is recorded of somebody who is on the do-not-mail list and did not come back.
        case doNotMail = "do-not-mail"
        /// There is nothing about the clock to be explained at that entry.
        case invalidExplanation = "invalid-explanation"
        /// No addresses, or too many at once, are to be erased.
        case invalidErasure = "invalid-erasure"
        /// The files of a policy cannot be adopted.
        case invalidPolicy = "invalid-policy"
        /// A source or a release would have expired before it was recorded.
        case pastExpiry = "past-expiry"
        /// A list has nothing by which its people could be found again.
        case emptySource = "empty-source"
        /// No such request of a person is recorded.
        case unknownRequest = "unknown-request"
        /// A request cannot be opened, put off or answered like that.
        case invalidRequest = "invalid-request"
        /// The ledger has another controller already.
        case otherController = "other-controller"
        /// The log has no entries that anybody could vouch for.
        case nothingToVouchFor = "nothing-to-vouch-for"
        /// A timestamp is of another log than this.
        case foreignVoucher = "foreign-voucher"
        /// A log cannot succeed another like that.
        case invalidSuccession = "invalid-succession"
        /// Keys would lie beside what they open.
        case keysTogether = "keys-together"
        /// Something lies where a backup or a ledger is to be put.
        case occupied
        /// A backup is damaged, or no backup.
        case invalidBackup = "invalid-backup"
        /// Parts of a ledger were put together that were never one.
        case mixture = "impossible-mixture"
        /// The storage failed before anything was answered.
        case storage = "ledger-storage"
    }

    /// What a program may act on.
    public let code: Code
    /// What is wrong, in a sentence.
    public let message: String
    /// What to do next, in a sentence.
    public let hint: String

    /// An error with its parts.
    public init(_ code: Code, _ message: String, hint: String) {
        self.code = code
        self.message = message
        self.hint = hint
    }

    /// Both sentences.
    public var description: String { "\(message) \(hint)" }
}
