import ArgumentParser
import Audit
import Consent
import Files
import Ledger

/// Erases what is recorded of people.
struct EraseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "erase",
        abstract:
            "Erase what is recorded of a person, for good, and keep them off every list (Art. 17 GDPR).",
        discussion: """
            Records, evidence and keys are destroyed; the proofs of all others still hold.
            The answer is the same for somebody of whom nothing is recorded.

            What must be kept for a while is restricted and used for nothing else. After
            its day it can be erased; restrict --lift ends it before.

            Status 2 and "not yet": another program was reading the ledger, and until it
            ends, what was erased can be found in its files. The next command finishes it.

            Examples:
              consentgate erase ada@example.org --certificate ada.erasure.json
              consentgate erase ada@example.org --restrict-until 2029-12-31 \\
                  --basis "17(3)(e)"
              consentgate erase --finish
            """)

    @Argument(help: "The person's address, or several.")
    var address: [String] = []

    @Option(help: ArgumentHelp("Keep it restricted until a day instead.", valueName: "day"))
    var restrictUntil: String?

    @Option(
        help: ArgumentHelp(
            "Why it is kept: 17(3)(b) a legal duty, 17(3)(e) legal claims.", valueName: "article"),
        completion: .list(Hold.Basis.allCases.map(\.rawValue)))
    var basis: String?

    @Option(
        help: ArgumentHelp(
            "Keep only what is recorded for this purpose, and erase the rest; may be repeated.",
            valueName: "purpose"), completion: .list([Purpose.newsletter.id]))
    var purpose: [String] = []

    @Option(
        help: ArgumentHelp("Write a statement for the person; it holds no address.", valueName: "file"),
        completion: .file(extensions: ["json"]))
    var certificate: String?

    @Option(help: ArgumentHelp("How long backups of the vault are kept.", valueName: "days"))
    var backupDays = ErasureCertificate.daysOfBackups

    @Flag(help: "Destroy what an earlier erasure had to leave.")
    var finish = false

    @Flag(help: "Do not ask.")
    var yes = false

    @OptionGroup var place: LedgerOptions
    @OptionGroup var form: AnswerOptions

    func validate() throws {
        if finish, !address.isEmpty || restrictUntil != nil || basis != nil || !purpose.isEmpty {
            throw ValidationError("--finish stands alone: it finishes what was erased before.")
        }
        if !finish, address.isEmpty { throw ValidationError("Whom? Give an address, or --finish.") }
        guard (restrictUntil == nil) == (basis == nil) else {
            throw ValidationError("--restrict-until and --basis belong together.")
        }
        guard purpose.isEmpty || restrictUntil != nil else {
            throw ValidationError(
                "--purpose says what --restrict-until keeps; without it everything is erased.")
        }
        guard (0...36_500).contains(backupDays) else {
            throw ValidationError("--backup-days is a number of days, at most 36500.")
        }
    }

    func run() throws {
        let people = try address.map(Typed.address)
        let hold = try self.hold()
        let ledger = try place.open(create: false)
        guard !finish else { return try finish(ledger) }
        let purposes = try purpose.map { try Typed.purpose($0, in: ledger) }
        if !yes {
            let whom = people.count == 1 ? "this person" : "\(people.count) addresses"
            try Confirmation.ask(
                "Erase what is recorded of \(whom)? It cannot be undone.", refusal: "Nothing was erased.")
        }
        let erasure = try ledger.erase(people, holding: hold, of: purposes.isEmpty ? nil : Set(purposes))
        let statement = try ErasureCertificate(
            of: erasure.tombstone, hold: hold, daysOfBackups: backupDays, in: ledger)
        let file = erasure.isDestroyed ? try write(statement) : nil
        try Terminal.answer(
            ErasureAnswer(erasure: erasure, backupsClearOn: statement.backupsClearOn, certificate: file),
            asJSON: form.json)
        if !erasure.isDestroyed { throw unfinished() }
    }

    private func hold() throws -> Hold? {
        guard let until = try Typed.day(restrictUntil, option: "--restrict-until"), let basis else {
            return nil
        }
        guard let basis = Hold.Basis(rawValue: basis) else {
            throw Complaint(
                "The basis \(Typed.quoted(basis)) is not known.",
                hint:
                    "Known are: \(Hold.Basis.allCases.map { "\($0.rawValue) (\($0.words))" }.joined(separator: ", "))."
            )
        }
        return Hold(until: until, basis: basis)
    }

    private func finish(_ ledger: Ledger) throws {
        let isDestroyed = try ledger.finishErasures()
        var file: String?
        if isDestroyed, certificate != nil {
            guard let last = try ledger.openRecords(.subjectsErased).last else {
                throw Complaint(
                    "Nothing was ever erased from this ledger.", hint: "Give an address to erase.")
            }
            file = try write(
                ErasureCertificate(of: last.rid, hold: nil, daysOfBackups: backupDays, in: ledger))
        }
        try Terminal.answer(
            ErasureFinishedAnswer(isDestroyed: isDestroyed, certificate: file), asJSON: form.json)
        if !isDestroyed { throw unfinished() }
    }

    private func write(_ statement: ErasureCertificate) throws -> String? {
        guard let certificate else { return nil }
        try StagedFile.replace(certificate, with: statement.bytes, token: "erasure")
        return certificate
    }

    /// It could not be done: the answer was given, and this says what to do.
    private func unfinished() -> Complaint {
        let again = certificate.map { " --certificate \($0)" } ?? ""
        return Complaint(
            "Not destroyed yet: another program is reading the ledger.",
            hint: "Let it end, then run: consentgate erase --finish\(again.contains("@") ? "" : again)")
    }
}
