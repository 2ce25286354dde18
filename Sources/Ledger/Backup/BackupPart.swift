/// A part of a ledger that is backed up, lost and restored by itself.
public enum BackupPart: String, Sendable, CaseIterable {
    /// `log.db` and `head`: no personal data, to be kept for ever.
    case log
    /// `vault.db`: sealed records; to be kept for 30 days at most, so that an erasure reaches the copies, too.
    case vault
    /// `suppress.db`: keyed tags of people who must not be mailed; the newest copy always wins.
    case suppress
    /// `sources.db`: keyed fingerprints of remembered lists, where there are any.
    case sources
    /// The four keys, without which nothing else can be read or signed.
    case keys

    /// For how many days a copy may be kept; nil for ever.
    public var days: Int64? { self == .vault || self == .sources ? 30 : nil }

    /// Names within the home of a ledger.
    var files: [String] {
        switch self {
        case .log: ["log.db", "head"]
        case .vault: ["vault.db"]
        case .suppress: ["suppress.db"]
        case .sources: ["sources.db"]
        case .keys: KeyRing.Name.allCases.map { "keys/\($0.rawValue)" }
        }
    }

    /// Where a file of the part lies within a backup: each part has a folder of its own.
    func place(of file: String) -> String { self == .keys ? file : "\(rawValue)/\(file)" }

    /// Whether a ledger can do without it.
    var isOptional: Bool { self == .sources }
}
