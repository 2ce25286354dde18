package import Consent
import Cryptography
package import Ledger

/// A real ledger in a folder of its own, with a clock and a source of randomness that the test sets.
package final class ScratchLedger {
    /// Where everything of it lies.
    package let folder: ScratchFolder
    /// Its clock; 2026-11-01T12:00:00Z at first.
    package let clock: SetClock
    /// The ledger.
    package private(set) var ledger: Ledger
    /// Where the ledger lies.
    package let home: LedgerHome
    private let context: LedgerContext

    /// Makes a ledger with a controller and, unless told otherwise, the wording `newsletter@1`.
    package init(seed: UInt64 = 1, publishing: Bool = true) throws {
        folder = try ScratchFolder()
        clock = SetClock(Instant(seconds: 1_793_534_400))
        let clock = clock
        context = LedgerContext(now: { clock.now }, random: SeededRandom(seed: seed))
        home = LedgerHome(path: folder.path("home"))
        ledger = try Ledger(at: home, context: context, create: true, origin: "ledger.example/consent")
        if let controller = Controller(name: "Example GmbH", country: "DE") { try ledger.name(controller) }
        if publishing {
            let file = try WordingFile(parsing: Array(WordingFile.example.utf8), name: "newsletter.md")
            _ = try ledger.publish(file)
        }
    }

    /// Opens the ledger anew, as the next process would.
    package func reopen() throws {
        ledger = try Ledger(at: home, context: context, create: false)
    }

    /// Records a complete opt-in by web form.
    @discardableResult
    package func optIn(
        _ address: String, evidence: String? = "<form>yes</form>", keeping: Evidence.Keeping = .sealed,
        source: String? = nil
    ) throws -> RecordedEvent {
        var act = SubjectAct(.given, address: try EmailAddress(parsing: address), purpose: .newsletter)
        act.occurredAt = clock.now.advanced(by: -3600)
        act.wording = WordingReference(parsing: "newsletter@1")
        act.method = .webForm
        act.source = source
        if let evidence {
            act.evidence = [.init(bytes: Array(evidence.utf8), kind: "html", keeping: keeping)]
        }
        return try ledger.record(act)
    }

    /// Records a stop.
    @discardableResult
    package func stop(_ kind: EventKind, _ address: String, reason: String? = nil) throws -> RecordedEvent {
        var act = SubjectAct(kind, address: try EmailAddress(parsing: address), purpose: .newsletter)
        act.occurredAt = clock.now
        act.reason = reason
        return try ledger.record(act)
    }
}
