import Consent
import Cryptography
import Files
import MerkleLog

/// Makes a ledger of backups: beside its place, examined whole, and only then put there in one step.
///
/// What cannot be one ledger is refused, and so is a log that does not extend what was signed here last. Cut short, the
/// old ledger lies where it lay, or the new one; never a half of either.
public struct Restoration {
    private let context: LedgerContext
    /// Whether a do-not-mail list that lacks the latest erasures is taken all the same.
    private let acceptingOlderSuppression: Bool

    /// A restoration.
    ///
    /// - Parameters:
    ///   - context: Time and randomness.
    ///   - acceptingOlderSuppression: Takes a do-not-mail list that is older than the latest erasure, where no newer one
    ///     is left.
    public init(context: LedgerContext, acceptingOlderSuppression: Bool = false) {
        self.context = context
        self.acceptingOlderSuppression = acceptingOlderSuppression
    }

    /// Puts backups into the place of a ledger.
    ///
    /// A part that no backup has is taken from the ledger that lies there; its do-not-mail list is united with that of
    /// the backups, for the newest copy of it always wins.
    ///
    /// - Parameters:
    ///   - folders: Backups, of one ledger.
    ///   - home: Where to.
    ///   - replacing: Allows a ledger to lie there, which is kept aside.
    /// - Throws: ``LedgerError``; nothing has changed then.
    public func restore(_ folders: [String], to home: LedgerHome, replacing: Bool) throws
        -> RestorationOutcome
    {
        let place = LedgerHome(path: Folder.resolved(home.path))
        do {
            let backups = try read(folders)
            guard place.exists else {
                guard try !Folder.exists(place.path) || Folder.names(in: place.path).isEmpty else {
                    throw LedgerError(
                        .occupied, "\(home.path) is not empty, and holds no ledger.",
                        hint: "Name a folder that is not there yet with --home.")
                }
                return try put(backups, to: place, existing: nil)
            }
            guard replacing else {
                throw LedgerError(
                    .occupied, "A ledger lies in \(home.path).",
                    hint:
                        "Name another folder with --home, or say --replace: the ledger that lies there is kept aside."
                )
            }
            return try FileLock.holding(place.lock, onWait: context.onWait) {
                try put(backups, to: place, existing: place)
            }
        } catch {
            throw LedgerError(describing: error, home: home)
        }
    }

    /// Restores backups into a folder that is removed again, and says whether they would have done.
    ///
    /// - Parameters:
    ///   - folders: Backups, of one ledger, with all that it needs.
    ///   - scratch: Where the folder may be made; for a moment keys and vault lie there, for this user alone.
    /// - Throws: ``LedgerError`` where they would not.
    public func drill(_ folders: [String], in scratch: String) throws -> RestorationOutcome {
        let place = LedgerHome(path: Path.join(scratch, "consentgate-drill-\(try token())"))
        do {
            defer { try? Folder.remove(place.path) }
            return try prepare(try read(folders), at: place, existing: nil)
        } catch {
            throw LedgerError(describing: error, home: place)
        }
    }

    private func token() throws -> String { Hex.encode(try context.random.bytes(4)) }

    private func read(_ folders: [String]) throws -> [BackupFolder] {
        let backups = try folders.map { try BackupFolder(reading: $0) }
        guard let first = backups.first else {
            throw LedgerError(
                .invalidBackup, "No backup is named.", hint: "Name the folders that consentgate backup made.")
        }
        for other in backups where other.manifest.origin != first.manifest.origin {
            throw LedgerError(
                .mixture,
                "\(first.path) is of the log \(first.manifest.origin), and \(other.path) of \(other.manifest.origin).",
                hint: "Name backups of one ledger.")
        }
        for part in BackupPart.allCases where part != .suppress {
            let holders = backups.filter { $0.part(part) != nil }
            guard holders.count > 1 else { continue }
            throw LedgerError(
                .mixture, "\(part.rawValue) is in \(holders.map(\.path).joined(separator: " and in ")).",
                hint: "Say which: name only one backup with it.")
        }
        return backups
    }

    private func put(_ backups: [BackupFolder], to place: LedgerHome, existing: LedgerHome?) throws
        -> RestorationOutcome
    {
        let (above, name) = Path.split(place.path)
        let pattern = ".\(name).restoring-"
        let leftovers = ((try? Folder.names(in: above)) ?? []).filter { $0.hasPrefix(pattern) }
        let candidate = LedgerHome(path: Path.join(above, pattern + (try token())))
        do {
            var outcome = try prepare(backups, at: candidate, existing: existing)
            for name in leftovers {
                outcome.remarks.append(
                    "\(Path.join(above, name)) was left by a restoration that was killed. It holds keys: remove it."
                )
            }
            if existing == nil {
                try Folder.move(candidate.path, to: place.path)
            } else {
                try exchange(candidate, place)
                let aside = try freeName("\(place.path).before-restore-\(context.now().day)")
                try Folder.move(candidate.path, to: aside)
                outcome.keptAside = aside
            }
            return outcome.moved(to: place.path)
        } catch {
            try? Folder.remove(candidate.path)
            throw error
        }
    }

    private func exchange(_ candidate: LedgerHome, _ place: LedgerHome) throws {
        do throws(FileError) { try Folder.exchange(candidate.path, with: place.path) } catch {
            throw LedgerError(
                .storage, "The restored ledger could not be put in place. \(error)",
                hint:
                    "Nothing was changed. A place where a disk is mounted cannot be replaced: name a folder within it with --home."
            )
        }
    }

    /// A name that nothing has: the first restoration of a day gets it as it is, others get a number.
    private func freeName(_ name: String) throws -> String {
        if !Folder.exists(name) { return name }
        for number in 2...999 where !Folder.exists("\(name)-\(number)") { return "\(name)-\(number)" }
        return "\(name)-\(try token())"
    }

    /// Makes the ledger, holds its parts against each other, opens and examines it.
    private func prepare(_ backups: [BackupFolder], at place: LedgerHome, existing: LedgerHome?) throws
        -> RestorationOutcome
    {
        var candidate = RestorationCandidate(
            backups: backups, home: place, existing: existing,
            acceptingOlderSuppression: acceptingOlderSuppression)
        try candidate.assemble()
        try candidate.refuseMixtures(context)
        let ledger = try Ledger(at: place, context: context, create: false)
        let examination = try ledger.examine()
        return RestorationOutcome(
            home: place.path, origins: candidate.origins, checkpoint: ledger.checkpoint,
            examination: examination, keptAside: nil, remarks: candidate.remarks)
    }
}

extension RestorationOutcome {
    /// The same at another place.
    fileprivate func moved(to home: String) -> RestorationOutcome {
        RestorationOutcome(
            home: home, origins: origins, checkpoint: checkpoint, examination: examination,
            keptAside: keptAside, remarks: remarks)
    }
}
