/// Something by which the files of a ledger do not fit each other, and what can be done about it.
///
/// Holds nothing personal.
public struct Mismatch: Hashable, Sendable {
    /// What does not fit.
    public enum Code: String, Sendable, CaseIterable {
        /// A file is not there.
        case missing
        /// A file cannot be read, or not to its end.
        case damaged
        /// A file is that of something else.
        case foreign
        /// A file was written by a newer program.
        case newerFormat = "newer-format"
        /// A file was written by an older program and is brought to the present format at the next start.
        case olderFormat = "older-format"
        /// A key file is missing, readable by others or no key.
        case keyFile = "key-file"
        /// Head and log are of different logs.
        case origin
        /// `log.key` is not the key that signed this log.
        case logKey = "log-key"
        /// `head` is not signed by this ledger, although the log is.
        case head
        /// The log has fewer entries than were signed.
        case logBehindHead = "log-behind-head"
        /// The log has entries that were not signed yet.
        case headBehindLog = "head-behind-log"
        /// The log went another way than what was signed.
        case fork
        /// Entries are missing in between.
        case logGap = "log-gap"
        /// Tiles are not those of the entries.
        case tiles
        /// Open records are not those of the entries.
        case openRecords = "open-records"
        /// A tombstone names what it cannot name.
        case tombstone
        /// Records of the last entries are not in the vault.
        case vaultBehindLog = "vault-behind-log"
        /// Records in between are not in the vault.
        case recordsMissing = "records-missing"
        /// The vault has records of entries that the log does not have.
        case logBehindVault = "log-behind-vault"
        /// Records of the vault are not those of their entries.
        case otherHistory = "other-history"
        /// Two records claim one entry.
        case onePlaceTwice = "one-place-twice"
        /// The vault counted other records than it holds.
        case count
        /// Records were left between vault and log by a killed process.
        case pending
        /// What was erased lies in the write-ahead log still.
        case undestroyed
        /// The vault holds records that a tombstone names.
        case erasedRecords = "erased-records"
        /// `kek` is not the key of this vault.
        case wrappingKey = "wrapping-key"
        /// A change of `kek` was not finished.
        case keyChange = "key-change"
        /// A change of `log.key` was not finished.
        case logKeyChange = "log-key-change"
        /// Some keys of threads cannot be opened.
        case threadKeys = "thread-keys"
        /// Some records cannot be opened.
        case records
        /// `lookup.key` is not the key of this vault.
        case lookupKey = "lookup-key"
        /// Some records are filed under another address.
        case misfiled
        /// `suppress.key` is not the key of the tags.
        case suppressionKey = "suppression-key"
        /// Objections of the vault are not on the do-not-mail list.
        case tagsMissing = "tags-missing"
        /// What was registered is not there, or not all of it.
        case sourcesMissing = "sources-missing"
        /// Fingerprints lie there of lists that the log does not know.
        case sourcesUnknown = "sources-unknown"
    }

    /// What does not fit.
    public let code: Code
    /// The files that it is about, by their names within the home.
    public let files: [String]
    /// What is wrong, in a sentence.
    public let problem: String
    /// What can be done, in a sentence.
    public let remedy: String

    /// Whether the program settles it by itself as it goes on, because it is certain what is right.
    public var settlesItself: Bool {
        switch code {
        case .olderFormat, .headBehindLog, .pending, .undestroyed, .erasedRecords, .sourcesUnknown,
            .logKeyChange:
            true
        default: false
        }
    }

    init(_ code: Code, _ files: [String], _ problem: String, remedy: String) {
        (self.code, self.files, self.problem, self.remedy) = (code, files, problem, remedy)
    }
}
