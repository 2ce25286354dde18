import Database
import Files

/// A ledger in the making: parts of backups, and what lies in the home where no backup has a part.
struct RestorationCandidate {
    let backups: [BackupFolder]
    let home: LedgerHome
    /// The ledger that lies at the place; its lock is held.
    let existing: LedgerHome?
    /// Whether a do-not-mail list that lacks the latest erasures is taken all the same.
    let acceptingOlderSuppression: Bool
    private(set) var origins: [RestorationOutcome.Origin] = []
    var remarks: [String] = []

    init(
        backups: [BackupFolder], home: LedgerHome, existing: LedgerHome?, acceptingOlderSuppression: Bool
    ) {
        (self.backups, self.home, self.existing) = (backups, home, existing)
        self.acceptingOlderSuppression = acceptingOlderSuppression
    }

    /// Puts all parts together in the new home.
    mutating func assemble() throws {
        try refuseMissingParts()
        try Folder.make(home.path, mode: 0o700)
        for part in BackupPart.allCases { try take(part) }
        try holdAgainstSigned()
        try uniteSuppressions()
    }

    /// The backups that have a part.
    func holders(of part: BackupPart) -> [BackupFolder] { backups.filter { $0.part(part) != nil } }

    private func isInHome(_ part: BackupPart) throws -> Bool {
        guard let existing else { return false }
        return try !part.files(in: existing).isEmpty
    }

    private func refuseMissingParts() throws {
        let missing = try BackupPart.allCases.filter { part in
            try !part.isOptional && holders(of: part).isEmpty && !isInHome(part)
        }
        guard !missing.isEmpty else { return }
        throw LedgerError(
            .mixture,
            "No backup that was named has \(missing.map(\.rawValue).joined(separator: ", ")), and a ledger needs it.",
            hint: "Name the backups of all parts together: consentgate restore DIR DIR …")
    }

    private mutating func take(_ part: BackupPart) throws {
        let holders = holders(of: part)
        if let holder = holders.first, let held = holder.part(part) {
            try holder.copy(held, to: home)
        } else if let existing, try isInHome(part) {
            try copy(part, from: existing)
        } else {
            return
        }
        origins.append(
            .init(
                part: part, folders: holders.map(\.path), madeAt: holders.map(\.manifest.madeAt).max(),
                fromHome: holders.isEmpty))
    }

    private func copy(_ part: BackupPart, from existing: LedgerHome) throws {
        for name in try part.files(in: existing) {
            let place = Path.join(home.path, name)
            try Folder.make(Path.split(place).folder, mode: 0o700)
            if name.hasSuffix(".db") {
                try DatabaseCopy.make(
                    of: Connection(path: Path.join(existing.path, name), mode: .readOnly), at: place)
            } else {
                _ = try BackupFile(name, in: existing.path, copyingTo: place)
            }
        }
    }

    /// Takes over the tags of further backups and of the home: of this file the newest copy always wins.
    private mutating func uniteSuppressions() throws {
        let holders = holders(of: .suppress)
        guard !holders.isEmpty else { return }
        let key = try KeyFile.read(home.key(.suppression))
        let store = try SuppressionStore(path: home.suppressionDatabase, mode: .readWrite, key: key)
        let copy = Path.join(home.path, "further.db")
        for holder in holders.dropFirst() {
            _ = try BackupFile(
                BackupPart.suppress.place(of: "suppress.db"), in: holder.path, copyingTo: copy)
            try store.unite(with: SuppressionStore(path: copy, mode: .readWrite, key: key))
            try PrivateFile.remove(copy)
        }
        guard let existing, PrivateFile.exists(existing.suppressionDatabase) else { return }
        do {
            try DatabaseCopy.make(
                of: Connection(path: existing.suppressionDatabase, mode: .readOnly), at: copy)
            try store.unite(with: SuppressionStore(path: copy, mode: .readWrite, key: key))
            hasTagsOfHome = true
            origins = origins.map { $0.part == .suppress ? $0.united : $0 }
        } catch {
            remarks.append(
                "The do-not-mail list that lay in the home cannot be read: who was put on it after the backup is missing."
            )
        }
        try PrivateFile.remove(copy)
    }

    /// Whether the do-not-mail list has everybody of the one that lay here.
    private(set) var hasTagsOfHome = false
}

extension RestorationOutcome.Origin {
    /// The same, united with what lay in the home.
    fileprivate var united: RestorationOutcome.Origin {
        RestorationOutcome.Origin(part: part, folders: folders, madeAt: madeAt, fromHome: true)
    }
}
