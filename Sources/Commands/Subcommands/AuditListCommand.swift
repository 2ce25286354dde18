import ArgumentParser
import Audit
import CanonicalJSON
import Ledger

/// Shows what was recorded of one vetting of a list, or writes its dossier.
struct AuditListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Show what was recorded of one vetting of a list, or write its dossier.",
        discussion: """
            With --out or --zip the dossier is written: certificate, counts, policy, a
            sample of its people whose evidence is hashed again now, and receipts. Addresses
            in it are shortened.

            Examples:
              consentgate audit list 5f0c9a
              consentgate audit list 5f0c9a --out dossier-may --case "campaign of May"

            Exit status: 0 done, 1 somebody of the sample does not hold, 2 it could not be
            done.
            """)

    @Argument(
        help: ArgumentHelp("The run, as vet named it; the first six digits are enough.", valueName: "run"))
    var name: String

    @OptionGroup var goal: DossierOptions
    @OptionGroup var place: LedgerOptions
    @OptionGroup var form: AnswerOptions

    func run() throws {
        let ledger = try place.open(create: false)
        guard let goal = goal.place else {
            return try Terminal.answer(
                ListTrailAnswer(trail: try ListTrail(run: name, in: ledger)), asJSON: form.json)
        }
        let notes = try DossierPreparation(ledger: ledger, caseText: self.goal.caseText, asOf: nil)
            .notes(ofRun: name)
        let dossier = try ListDossier(run: name, in: ledger, notes: notes)
        try dossier.write(to: goal, from: ledger)
        try Terminal.answer(ListDossierAnswer(place: goal, dossier: dossier), asJSON: form.json)
        if dossier.sampleFailures > 0 { throw ExitCode(1) }
    }
}

/// What was recorded of one vetting.
private struct ListTrailAnswer: Answer {
    let trail: ListTrail

    func text(in palette: Palette) -> String { trail.text + "\n" }

    var json: JSONValue { trail.json }
}

/// Where the dossier of a list lies, and what its sample found.
private struct ListDossierAnswer: Answer {
    let place: DossierPlace
    let dossier: ListDossier

    func text(in palette: Palette) -> String {
        let failed =
            dossier.sampleFailures == 0
            ? "all hold" : palette.paint("\(dossier.sampleFailures) DO NOT HOLD", .bad)
        return "\(place.path): the dossier of run \(dossier.run.description.prefix(8)). "
            + "\(dossier.sampleSize) people looked at again: \(failed). "
            + "Check it with: consentgate verify \(place.path)\n"
    }

    var json: JSONValue {
        .object(of: [
            "out": .string(place.path), "run": .string(dossier.run.description),
            "sample": .integer(Int64(dossier.sampleSize)),
            "failures": .integer(Int64(dossier.sampleFailures)),
        ])
    }
}
