import Files

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
    /// The files of your own policies, where there are any: no personal data, to be kept for ever.
    case policies
    /// The four keys, without which nothing else can be read or signed.
    case keys

    /// For how many days a copy may be kept; nil for ever.
    public var days: Int64? { self == .vault || self == .sources ? 30 : nil }

    /// Names within the home of a ledger; of ``policies`` whatever lies there.
    var files: [String] {
        switch self {
        case .log: ["log.db", "head"]
        case .vault: ["vault.db"]
        case .suppress: ["suppress.db"]
        case .sources: ["sources.db"]
        case .policies: []
        case .keys: KeyRing.Name.allCases.map { "keys/\($0.rawValue)" }
        }
    }

    /// Where a file of the part lies within a backup: each part has a folder of its own.
    func place(of file: String) -> String {
        self == .keys || self == .policies ? file : "\(rawValue)/\(file)"
    }

    /// The names of its files within a home; empty where it is not there whole.
    func files(in home: LedgerHome) throws(FileError) -> [String] {
        guard self == .policies else {
            return files.allSatisfy { PrivateFile.exists(Path.join(home.path, $0)) } ? files : []
        }
        guard Folder.exists(home.policies) else { return [] }
        return try Folder.files(in: home.policies).map { "\(rawValue)/\($0)" }
    }

    /// Whether paths within a backup can be those of its files, and lead nowhere else.
    func holds(_ paths: [String]) -> Bool {
        guard self == .policies else { return paths == files.map(place) }
        return !paths.isEmpty && Set(paths).count == paths.count
            && paths.allSatisfy { path in
                let parts = path.split(separator: "/", omittingEmptySubsequences: false)
                return parts.count > 1 && parts[0] == rawValue
                    && parts.allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." && !$0.utf8.contains(0) }
            }
    }

    /// Whether a ledger can do without it.
    var isOptional: Bool { self == .sources || self == .policies }
}
