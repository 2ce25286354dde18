package import Consent
import Files

/// The folder of one ledger, and where each thing lies in it.
///
/// `log.db` holds no personal data and may be published; `vault.db` and `suppress.db` are sealed or keyed; `keys`
/// belongs on another medium than all of them; `head` is the last signed checkpoint, outside of the databases.
public struct LedgerHome: Hashable, Sendable {
    /// The folder.
    public let path: String

    /// A ledger at a place, which need not be there yet.
    public init(path: String) { self.path = path }

    /// Where the ledger of a process lies.
    ///
    /// - Parameters:
    ///   - given: What the user said, which goes first.
    ///   - environment: `CONSENTGATE_HOME`, else `XDG_DATA_HOME/consentgate`, else `HOME/.local/share/consentgate`
    ///     (XDG Base Directory Specification).
    /// - Returns: Nil where nothing tells.
    public static func locate(given: String?, environment: [String: String]) -> LedgerHome? {
        func value(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }
        if let given, !given.isEmpty { return LedgerHome(path: given) }
        if let own = value("CONSENTGATE_HOME") { return LedgerHome(path: own) }
        // The specification has relative paths ignored.
        if let data = value("XDG_DATA_HOME"), data.hasPrefix("/") {
            return LedgerHome(path: Path.join(data, "consentgate"))
        }
        return value("HOME").map { LedgerHome(path: Path.join($0, ".local/share/consentgate")) }
    }

    package var logDatabase: String { Path.join(path, "log.db") }
    package var vaultDatabase: String { Path.join(path, "vault.db") }
    package var suppressionDatabase: String { Path.join(path, "suppress.db") }
    package var sourceDatabase: String { Path.join(path, "sources.db") }
    package var keys: String { Path.join(path, "keys") }
    package var head: String { Path.join(path, "head") }
    package var policies: String { Path.join(path, "policies") }
    /// The folder of what is derived from the rest: in no backup, and made anew where it is missing.
    package var index: String { Path.join(path, "index") }
    var lock: String { Path.join(path, "lock") }
    var sourceLock: String { Path.join(path, "sources.lock") }

    package func key(_ name: KeyRing.Name) -> String { Path.join(keys, name.rawValue) }

    /// The look-up file of a purpose.
    package func standings(for purpose: Purpose) -> String { Path.join(index, "\(purpose.id).standings") }

    /// The filter over the do-not-mail list.
    package var suppressionFilter: String { Path.join(index, "suppressed.filter") }

    /// What the vault looked like when this program last wrote to it.
    var vaultSeal: String { Path.join(index, "seal") }

    /// Where the key lies that takes the place of another, while that is under way.
    func nextKey(_ name: KeyRing.Name) -> String { key(name) + ".next" }

    /// Whether a ledger lies here.
    public var exists: Bool {
        PrivateFile.exists(logDatabase) || PrivateFile.exists(vaultDatabase) || PrivateFile.exists(head)
            || Folder.exists(keys)
    }
}
