import ArgumentParser
import Ledger

/// Looks at the health of a ledger and of the machine under it.
struct DoctorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Look at versions, permissions, settings, head and disk, and say what to do.",
        discussion: """
            With --deep it first looks whether log, vault, do-not-mail list, head (the
            checkpoint that was signed last), keys and remembered lists are of one ledger
            and one moment, also where the ledger cannot be opened, and names what can be
            done. It repairs nothing. Exit status 1 if something is wrong.

            Examples:
              consentgate doctor
              consentgate doctor --deep
            """)

    @Flag(help: "Hash and open everything, and hold the files of the ledger against each other.")
    var deep = false

    @OptionGroup var place: LedgerOptions
    @OptionGroup var form: AnswerOptions

    func run() throws {
        let home = try place.place()
        let found = deep && home.exists ? LedgerConsistency(of: home, context: place.context) : nil
        let checkup = Checkup(of: home, consistency: found) { try place.open(create: false) }
        try Terminal.answer(CheckupAnswer(checkup: checkup, place: home.path), asJSON: form.json)
        if !checkup.isHealthy { throw ExitCode(1) }
    }
}
