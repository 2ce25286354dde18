import ArgumentParser
import CanonicalJSON
import Consent
import Ledger
import MerkleLog

/// Makes a ledger and names its controller.
struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Make a ledger and name who mails.",
        discussion: """
            Naming the same controller again changes nothing but what is told anew; another
            controller needs a ledger of its own. How people reach it stands in the open
            log, and on receipts and letters; an empty text takes a detail back.

            Where log or head of a ledger are lost, it may sign nothing more: outsiders
            would see a fork. With --succeeding a new ledger begins in another folder, under
            another name; its first entry has the last checkpoint that is known of the old
            one. The do-not-mail list that lies beside it is taken over; records are not.

            Examples:
              consentgate init --controller "Example GmbH" --country DE
              consentgate init --controller "Example GmbH" \\
                  --controller-address "1 High Street, 10115 Berlin" \\
                  --contact-email privacy@example.com \\
                  --privacy-url https://example.com/privacy
              consentgate init --controller "Example GmbH" --home new \\
                  --succeeding old/head --succeeding-key vkey
            """)

    @Option(help: ArgumentHelp("The organisation that mails, as people know it.", valueName: "name"))
    var controller: String

    @Option(help: ArgumentHelp("The country of its seat, in two letters.", valueName: "code"))
    var country: String?

    @OptionGroup var reaching: ControllerOptions

    @Option(
        help: ArgumentHelp(
            "The name of the log, such as example.org/consent; drawn at random unless given.",
            valueName: "name"))
    var origin: String?

    @OptionGroup var succession: SuccessionOptions
    @OptionGroup var place: LedgerOptions
    @OptionGroup var form: AnswerOptions

    func run() throws {
        let (told, takenBack) = try read()
        let old = try succession.predecessor()
        if let old, old.checkpoint.origin == origin {
            throw Complaint(
                "The new log would have the name of the old one.",
                hint:
                    "Two histories under one name are a fork, which outsiders take for a forged log. Give it another with --origin."
            )
        }
        let inheritance = succession.inheritance()
        let ledger = try place.open(origin: origin, inheriting: inheritance)
        if let origin, ledger.origin != origin {
            throw Complaint(
                "This ledger's log is called \(ledger.origin) already.",
                hint: "A log keeps its name for ever. Use another folder with --home for another log.")
        }
        if let old {
            try ledger.succeed(old)
            tellInheritance(inheritance, isNew: ledger.wasCreated)
        }
        let named = try ledger.name(told, takingBack: takenBack)
        try Terminal.answer(try ControllerAnswer(controller: named, ledger: ledger), asJSON: form.json)
    }

    private func tellInheritance(_ inheritance: LedgerInheritance?, isNew: Bool) {
        guard isNew else { return }
        Terminal.note(
            inheritance.map { "the do-not-mail list of \($0.home.path) was taken over" }
                ?? "no do-not-mail list lies beside the old checkpoint; whoever must not be mailed has to be told here again: consentgate suppress import"
        )
    }

    /// Everything is checked before anything is made.
    private func read() throws -> (Controller, takenBack: Set<Controller.Detail>) {
        guard Controller(name: controller) != nil else {
            throw Complaint(
                "This is not the name of a controller.",
                hint: "Give one line of at most 400 characters, as in --controller \"Example GmbH\".")
        }
        let (details, takenBack) = try reaching.read()
        guard let named = Controller(name: controller, country: country, details: details) else {
            throw Complaint(
                "\(Typed.quoted(country ?? "")) is not the code of a country.",
                hint: "Give the two letters of ISO 3166-1, as in --country DE for Germany.")
        }
        if let origin, !LogName.isValid(origin) {
            throw Complaint(
                "\(Typed.quoted(origin)) cannot be the name of a log.",
                hint: "A name without blanks and plus signs, as in example.org/consent.")
        }
        return (named, takenBack)
    }
}

/// The form of the names of logs.
private enum LogName {
    /// C2SP signed-note: not empty, no white space, no plus sign.
    static func isValid(_ name: String) -> Bool {
        (1...200).contains(name.utf8.count) && !name.contains { $0.isWhitespace || $0 == "+" }
            && !name.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F }
    }
}
