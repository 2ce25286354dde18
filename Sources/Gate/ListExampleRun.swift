import Consent
import Cryptography
import Files
import Ledger
import Lists
import Origins
package import Policies
import Synchronization

/// Vets the small list of an example against a small ledger of its own.
///
/// The ledger lies in a folder that is made for it and removed again; its clock is the example's, so that the same
/// example ends the same way on any day.
package struct ListExampleRun {
    private let example: ListExample
    private let policy: ChosenPolicy
    private let place: String

    /// An example, and the policy that is on trial.
    ///
    /// - Parameter place: Where the folder is made; the system's temporary folder unless told otherwise.
    package init(_ example: ListExample, policy: ChosenPolicy, in place: String? = nil) {
        self.example = example
        self.policy = policy
        self.place = place ?? Folder.temporary()
    }

    /// What became of each row.
    ///
    /// - Throws: `PolicyError` where the ledger or the list of the example is not in order; `FileError` where the
    ///   temporary folder cannot be written to.
    package func result() throws -> ListExampleResult {
        let name = "consentgate-example-" + Hex.encode(try SystemRandom().bytes(8))
        let folder = Path.join(place, name)
        try Folder.make(folder, mode: 0o700)
        // What stays where this fails is a folder that only its owner can read, with invented people in it.
        defer { try? Folder.remove(folder) }
        do {
            return try vet(in: folder)
        } catch let error as LedgerError {
            throw example.refusal(error.message, hint: error.hint)
        } catch let error as ListError {
            throw example.refusal(error.message, hint: error.hint)
        }
    }

    private func vet(in folder: String) throws -> ListExampleResult {
        let ledger = try filledLedger(in: folder)
        let list = Path.join(folder, "list.csv")
        let file = try OutputFile(path: list, token: "example")
        try file.write(Array(example.list.utf8))
        try file.seal()
        try file.commit()
        let request = VettingRequest(
            list: list, purpose: example.purpose, policy: policy, destination: .dryRun)
        let tally = try Vetting(request, ledger: ledger, catalogue: LayoutCatalogue.shipped).run().tally
        // Of so few rows the counts keep every one.
        guard tally.rows <= UInt64(ListExample.mostRows) else {
            throw example.refusal("the list of an example has at most \(ListExample.mostRows) rows")
        }
        let rows = tally.samples.flatMap { verdict, samples in
            samples.map {
                ListExampleResult.Row(row: Int(clamping: $0.row), verdict: verdict, rule: $0.rule?.id)
            }
        }
        return ListExampleResult(example: example, rows: rows.sorted { $0.row < $1.row })
    }

    private func filledLedger(in folder: String) throws -> Ledger {
        let clock = ExampleClock(showing: example.firstMoment)
        let context = LedgerContext(now: { clock.now }, random: SystemRandom())
        let home = LedgerHome(path: Path.join(folder, "ledger"))
        let ledger = try Ledger(at: home, context: context, create: true, origin: "example.org/consent")
        if let controller = Controller(name: "Example GmbH", country: example.country) {
            try ledger.name(controller)
        }
        for act in example.acts {
            if let learntAt = act.learntAt { clock.advance(to: learntAt) }
            try take(act, into: ledger)
        }
        clock.advance(to: example.now)
        return ledger
    }

    private func take(_ act: ExampleAct, into ledger: Ledger) throws {
        switch act {
        case .published(let text, _):
            _ = try ledger.publish(WordingFile(parsing: Array(text.utf8), name: "\(example.file): publish"))
        case .happened(let event):
            // An objection is one to all mail, as the command records it.
            let purpose = event.kind == .objected ? Purpose.everything : example.purpose
            var told = SubjectAct(event.kind, address: event.address, purpose: purpose)
            told.occurredAt = event.occurredAt
            told.method = event.method
            told.wording = event.wording
            told.source = event.source
            told.told = event.told
            told.evidence = event.evidence.map {
                .init(bytes: Array($0.utf8), kind: "txt", keeping: .sealed)
            }
            _ = try ledger.record(told)
        }
    }
}

/// A clock that goes only where an example moves it, and never back.
private final class ExampleClock: Sendable {
    private let moment: Mutex<Instant>

    init(showing moment: Instant) { self.moment = Mutex(moment) }

    var now: Instant { moment.withLock { $0 } }

    func advance(to later: Instant) { moment.withLock { $0 = max($0, later) } }
}
