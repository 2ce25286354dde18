import Consent
import Cryptography
import Files
import Ledger
import MerkleLog

/// A look at everything that keeps a ledger safe, and at the machine under it.
struct Checkup {
    private(set) var lines: [CheckupLine] = []
    private let home: LedgerHome
    /// Whether everything is hashed and opened.
    private let isDeep: Bool

    /// Less than this and the next large import may not fit.
    private static let comfortableSpace: UInt64 = 256 << 20
    private static let neededSpace: UInt64 = 16 << 20

    /// Looks at a ledger.
    ///
    /// - Parameters:
    ///   - home: Where it lies.
    ///   - consistency: What a look at all files found before anything was opened; nil where nobody asked for it.
    ///   - open: Opens it; called after everything that can be seen from outside was looked at, for opening settles what a
    ///     killed process left.
    init(of home: LedgerHome, consistency: LedgerConsistency? = nil, open: () throws -> Ledger) {
        self.home = home
        isDeep = consistency != nil
        add(.ok, "sqlite", LedgerCondition.sqliteVersion)
        add(.ok, "openssl", LibraryVersion.openSSL)
        guard home.exists else {
            add(
                .fail, "ledger", "There is no ledger in \(home.path).",
                hint: "Name its folder with --home, or make one: consentgate init --controller NAME")
            return
        }
        lookAtPermissions()
        let condition = LedgerCondition(of: home)
        lookAtSettings(condition)
        lookAtSpace()
        if let consistency { lines += CheckupLine.consistency(consistency) }
        lookInside(condition, open)
        lookForClearKeys()
    }

    /// Whether nothing is wrong.
    var isHealthy: Bool { !lines.contains { $0.level == .fail } }

    private mutating func add(_ level: CheckupLine.Level, _ name: String, _ text: String, hint: String? = nil)
    {
        lines.append(CheckupLine(level, name, text, hint: hint))
    }

    private mutating func lookAtPermissions() {
        lookAtPermissions("home", home.path, wanted: "0700", level: .warn)
        lookAtPermissions("keys", home.keys, wanted: "0700", level: .warn)
        for name in KeyRing.Name.allCases {
            lookAtPermissions(name.rawValue, home.key(name), wanted: "0600", level: .fail)
        }
        let further = PrivateFile.exists(home.sourceDatabase) ? [home.sourceDatabase] : []
        for path in [home.logDatabase, home.vaultDatabase, home.suppressionDatabase] + further {
            lookAtPermissions(Path.split(path).name, path, wanted: "0600", level: .warn)
        }
    }

    private mutating func lookAtPermissions(
        _ name: String, _ path: String, wanted: String, level: CheckupLine.Level
    ) {
        guard let mode = PrivateFile.permissions(path) else {
            add(.fail, name, "\(path) is missing.", hint: "Restore it from a backup.")
            return
        }
        let digits = String(mode, radix: 8)
        let shown = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        guard mode & 0o077 != 0 else { return add(.ok, name, "mode \(shown)") }
        add(
            level, name, "Others may use \(path) (mode \(shown)).",
            hint: "Run: chmod \(wanted.dropFirst()) '\(path)', and think about who has read it.")
    }

    private mutating func lookAtSettings(_ condition: LedgerCondition) {
        for store in condition.stores {
            let name = "\(Path.split(store.path).name) settings"
            if let problem = store.problem {
                add(.fail, name, "SQLite cannot open it: \(problem).", hint: "Restore it from a backup.")
            } else if store.journalMode == "wal" {
                add(.ok, name, "write-ahead log, synchronous full, secure delete on")
            } else {
                add(
                    .warn, name, "The journal is \(store.journalMode ?? "unknown") and not wal.",
                    hint: "The next command that writes sets it; do not copy the file while it is in use.")
            }
        }
    }

    private mutating func lookAtSpace() {
        guard let free = Folder.availableBytes(home.path) else {
            return add(.warn, "disk", "The system does not say how much room is left.")
        }
        let text = "\(free >> 20) MiB free"
        let level: CheckupLine.Level =
            free < Self.neededSpace ? .fail : free < Self.comfortableSpace ? .warn : .ok
        add(level, "disk", text, hint: level == .ok ? nil : "Make room before the next import.")
    }

    private mutating func lookInside(_ condition: LedgerCondition, _ open: () throws -> Ledger) {
        do {
            let ledger = try open()
            let checkpoint = ledger.checkpoint.checkpoint
            add(
                .ok, "head", "the log extends what was signed: \(checkpoint.size) entries of \(ledger.origin)"
            )
            add(
                .ok, "protection",
                try ledger.keySource.map { "kek opens with \($0.words)" } ?? "kek lies in the clear")
            if let pending = condition.pendingEvents {
                add(
                    .ok, "pending", pending == 0 ? "none" : "\(pending) left by a killed process, settled now"
                )
            }
            if let controller = ledger.controller {
                add(.ok, "controller", controller.name)
            } else {
                add(
                    .warn, "controller", "Nobody is named.",
                    hint: "Run: consentgate init --controller NAME. Until then every contact is held.")
            }
            if let line = CheckupLine.erasures(condition, isUnfinished: try ledger.isErasureUnfinished) {
                lines.append(line)
            }
            for line in CheckupLine.sources(try ledger.sources(), now: ledger.now) { lines.append(line) }
            for line in CheckupLine.requests(try ledger.requests(), now: ledger.now) { lines.append(line) }
            for line in CheckupLine.suppressions(try ledger.suppressions()) { lines.append(line) }
            for file in try ledger.lookUpFiles(isDeep: isDeep) { lines.append(CheckupLine(file)) }
        } catch {
            let complaint = Complaint(describing: error)
            add(.fail, "ledger", complaint.what, hint: complaint.hint)
        }
    }

    private mutating func lookForClearKeys() {
        let search = KeySearch(KeyRing.Name.allCases.compactMap { Self.clearKey(in: home.key($0)) })
        let paths = ((try? Folder.names(in: home.path)) ?? []).map { Path.join(home.path, $0) }
            .filter { PrivateFile.exists($0) }
        let found = paths.filter { (try? search.finds(in: $0)) ?? false }
        for path in found {
            add(
                .fail, "clear keys", "A key stands unsealed in \(path).",
                hint:
                    "Keys belong into the keys folder alone. Remove the copy, and think about who has read it."
            )
        }
        if found.isEmpty { add(.ok, "clear keys", "none outside of the keys folder") }
    }

    /// The key of a file that holds one in the clear.
    private static func clearKey(in path: String) -> SecretKey? {
        guard let file = try? InputFile(path: path) else { return nil }
        var key: SecretKey?
        // A key and its newline come in one piece; whatever is longer is something else.
        try? file.forEachPiece { piece throws(FileError) in key = SecretKey(digits: piece) }
        return key
    }
}
