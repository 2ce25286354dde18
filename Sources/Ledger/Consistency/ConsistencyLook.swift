import Cryptography
import Database
import Files
import MerkleLog

/// A look at the files of a home, one after the other, then two by two.
struct ConsistencyLook {
    let home: LedgerHome
    let context: LedgerContext
    private(set) var result = LedgerConsistency()
    private(set) var keys: [KeyRing.Name: SecretKey] = [:]
    private(set) var log: LogStore?
    private(set) var vault: VaultStore?
    /// `suppress.db` by itself: its tags can be counted without a key.
    private(set) var tags: Connection?
    private(set) var suppression: SuppressionStore?
    private(set) var sources: SourceStore?
    /// `head` as it lies there.
    private(set) var head: [UInt8]?

    init(_ home: LedgerHome, _ context: LedgerContext) {
        self.home = home
        self.context = context
    }

    mutating func run(_ onProgress: (UInt64, UInt64) -> Void) {
        readKeys()
        openStores()
        fixViews()
        defer { for connection in connections { connection.endSnapshot() } }
        for (name, connection) in named {
            attempt(name) { look throws in
                if let problem = try connection.integrityFindings().first { look.findDamage(name, problem) }
            }
        }
        guard let log else {
            attempt("vault.db") { look throws in try look.compareVaultAlone() }
            attempt("suppress.db") { look throws in try look.lookAtTags() }
            return
        }
        attempt("log.db") { look throws in try look.compareHead(log, onProgress) }
        attempt("log.db") { look throws in try look.lookAtOpenRecords(log) }
        if let vault {
            attempt("vault.db") { look throws in try look.comparePlaces(vault, log) }
            attempt("vault.db") { look throws in try look.openRecords(vault, log) }
        }
        attempt("suppress.db") { look throws in try look.lookAtTags() }
        attempt("sources.db") { look throws in try look.compareSources(log) }
    }

    private var named: [(String, Connection)] {
        [
            ("log.db", log?.connection), ("vault.db", vault?.connection), ("suppress.db", tags),
            ("sources.db", sources?.connection),
        ].compactMap { name, connection in connection.map { (name, $0) } }
    }

    private var connections: [Connection] {
        named.map(\.1) + [suppression?.connection].compactMap { $0 }
    }

    mutating func find(_ code: Mismatch.Code, _ files: String..., problem: String, remedy: String) {
        result.mismatches.append(Mismatch(code, files, problem, remedy: remedy))
    }

    mutating func count(entries: UInt64) { result.entries = entries }

    mutating func count(records: UInt64) { result.records = records }

    /// Runs one part of the look; a file that cannot be read ends that part and no other.
    mutating func attempt(_ file: String, _ body: (inout ConsistencyLook) throws -> Void) {
        do { try body(&self) } catch { findDamage(file, error) }
    }

    mutating func findDamage(_ file: String, _ error: any Error) {
        switch error {
        case let error as DatabaseError: findDamage(file, error.message)
        case let error as LedgerError: findDamage(file, error.message)
        case let error as Schema.Mismatch: find(error, file)
        default: findDamage(file, "\(error)")
        }
    }

    mutating func findDamage(_ file: String, _ words: String) {
        // One damaged page shows in every part of the look; once is enough.
        guard !result.mismatches.contains(where: { $0.code == .damaged && $0.files == [file] }) else {
            return
        }
        let said = words.last == "." ? String(words.dropLast()) : words
        find(
            .damaged, file, problem: "\(file) is damaged: \(said).",
            remedy: "Restore \(file) from the newest backup.")
    }

    private mutating func find(_ mismatch: Schema.Mismatch, _ file: String) {
        switch mismatch {
        case .empty:
            find(
                .damaged, file, problem: "\(file) is empty.",
                remedy: "Restore \(file) from the newest backup.")
        case .foreign:
            find(
                .foreign, file, problem: "\(file) is the file of something else.",
                remedy: "Put the ledger's own \(file) back, from the newest backup if need be.")
        case .newer(let found, let known):
            find(
                .newerFormat, file,
                problem: "\(file) has format \(found), and this program knows \(known).",
                remedy: "Use a newer consentgate.")
        }
    }

    private mutating func readKeys() {
        for name in KeyRing.Name.allCases {
            do {
                let path = home.key(name)
                keys[name] =
                    name == .wrapping
                    ? try WrappingKeyFile(path: path, unlocking: context.unlocking).read()
                    : try KeyFile.read(path)
            } catch let error as LedgerError {
                find(
                    .keyFile, "keys/\(name.rawValue)", problem: error.message, remedy: error.hint)
            } catch {
                find(
                    .keyFile, "keys/\(name.rawValue)", problem: "\(error)",
                    remedy: "Restore the keys folder from its own backup.")
            }
        }
    }

    private mutating func openStores() {
        if isUsable("log.db", home.logDatabase, LogStore.schema) {
            attempt("log.db") { look throws in
                look.log = try LogStore(path: look.home.logDatabase, mode: .readOnly)
            }
        }
        if isUsable("vault.db", home.vaultDatabase, VaultStore.schema) {
            attempt("vault.db") { look throws in
                look.vault = try VaultStore(path: look.home.vaultDatabase, mode: .readOnly)
            }
        }
        if isUsable("suppress.db", home.suppressionDatabase, SuppressionStore.schema) {
            attempt("suppress.db") { look throws in
                let path = look.home.suppressionDatabase
                look.tags = try Connection(path: path, mode: .readOnly)
                look.suppression = try look.keys[.suppression].map { key in
                    try SuppressionStore(path: path, mode: .readOnly, key: key)
                }
            }
        }
        guard PrivateFile.exists(home.sourceDatabase),
            isUsable("sources.db", home.sourceDatabase, SourceStore.schema)
        else { return }
        attempt("sources.db") { look throws in
            look.sources = try SourceStore(path: look.home.sourceDatabase, mode: .readOnly)
        }
    }

    /// Whether a file has the present format; what else it has is found.
    private mutating func isUsable(_ name: String, _ path: String, _ schema: Schema) -> Bool {
        guard PrivateFile.exists(path) else {
            find(
                .missing, name, problem: "\(name) is missing.",
                remedy: "Restore it from the newest backup; a new one must not take its place.")
            return false
        }
        var isPresent = false
        attempt(name) { look throws in
            isPresent = try Connection(path: path, mode: .readOnly).isPresent(schema)
            guard !isPresent else { return }
            look.find(
                .olderFormat, name,
                problem: "\(name) has the format of an older program, and was not looked into.",
                remedy:
                    "The next command that opens the ledger brings it to the present format. Look again then."
            )
        }
        return isPresent
    }

    /// Nobody appends while the views are fixed, so that they fit each other; then others may go on.
    private mutating func fixViews() {
        do {
            try FileLock.holding(home.lock, onWait: context.onWait) { try fixViewsLocked() }
        } catch {
            // Where nothing can be locked, nobody can append either.
            attempt("head") { look throws in try look.fixViewsLocked() }
        }
        guard head == nil else { return }
        find(
            .missing, "head",
            problem: "head is missing: nobody can tell whether this log is the newest that was signed.",
            remedy: "Restore head together with log.db, from the newest backup of both.")
    }

    private mutating func fixViewsLocked() throws {
        for connection in connections {
            connection.endSnapshot()
            try connection.beginSnapshot()
        }
        guard PrivateFile.exists(home.head) else { return }
        head = try InputFile.contents(of: home.head, limit: 1 << 16)
    }
}
