import ArgumentParser
import Ledger
import Logging
import MerkleLog

/// Which ledger a command works on.
struct LedgerOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("The folder of the ledger.", valueName: "dir"), completion: .directory)
    var home: String?

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
        let ledger = try Ledger(at: place(), context: Self.context, create: create)
        Self.announce(ledger)
        return ledger
    }

    /// Opens the ledger to name its log.
    func open(origin: String?) throws -> Ledger {
        let ledger = try Ledger(at: place(), context: Self.context, create: true, origin: origin)
        Self.announce(ledger)
        return ledger
    }

    /// The system's clock and randomness; whoever waits for another process is told so.
    static var context: LedgerContext {
        .system { Terminal.note("another consentgate holds the ledger; waiting") }
    }

    private static func announce(_ ledger: Ledger) {
        Diagnostics.log.debug(
            "ledger opened", metadata: ["entries": "\(ledger.checkpoint.checkpoint.size)"])
        guard ledger.wasCreated else { return }
        Terminal.note(
            "new ledger in \(ledger.home.path) (folder 0700, keys 0600). Keep keys/ in a backup of its own.")
    }
}
