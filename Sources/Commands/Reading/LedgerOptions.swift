import ArgumentParser
import Ledger
import Logging
import MerkleLog

/// Which ledger a command works on.
struct LedgerOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("The folder of the ledger.", valueName: "dir"), completion: .directory)
    var home: String?

    @OptionGroup var keys: UnlockingOptions

    /// Where the ledger lies.
    func place() throws -> LedgerHome {
        guard let place = LedgerHome.locate(given: home, environment: ProcessEnvironment.places) else {
            throw Complaint(
                "Nothing tells where the ledger lies.",
                hint: "Name a folder with --home, or set CONSENTGATE_HOME.")
        }
        return place
    }

    /// Opens the ledger, and makes it where there is none and the command may.
    func open(create: Bool) throws -> Ledger {
        let ledger = try Ledger(at: place(), context: context, create: create)
        Self.announce(ledger)
        return ledger
    }

    /// Opens the ledger to name its log, with what it inherits where it is made now.
    func open(origin: String?, inheriting: LedgerInheritance? = nil) throws -> Ledger {
        let ledger = try Ledger(
            at: place(), context: context, create: true, origin: origin, inheriting: inheriting)
        Self.announce(ledger)
        return ledger
    }

    /// The system's clock and randomness; whoever waits for another process is told so.
    var context: LedgerContext { Self.context(keys.unlocking) }

    /// The same with other ways to a key.
    static func context(_ unlocking: KeyUnlocking) -> LedgerContext {
        .system(unlocking: unlocking) { Terminal.note("another consentgate holds the ledger; waiting") }
    }

    private static func announce(_ ledger: Ledger) {
        Diagnostics.log.debug(
            "ledger opened", metadata: ["entries": "\(ledger.checkpoint.checkpoint.size)"])
        guard ledger.wasCreated else { return }
        Terminal.note(
            "new ledger in \(ledger.home.path) (folder 0700, keys 0600). Keep keys/ in a backup of its own.")
    }
}
