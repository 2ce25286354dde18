import ArgumentParser
import Ledger

/// Looks at the health of a ledger and of the machine under it.
struct DoctorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Look at versions, permissions, settings, head and disk, and say what to do.",
        discussion: """
            Exit status 1 if something is wrong.

            Example:
              consentgate doctor
            """)

    @OptionGroup var place: LedgerOptions
    @OptionGroup var form: AnswerOptions

    func run() throws {
        let home = try place.place()
        let checkup = Checkup(of: home) { try place.open(create: false) }
        try Terminal.answer(CheckupAnswer(checkup: checkup, place: home.path), asJSON: form.json)
        if !checkup.isHealthy { throw ExitCode(1) }
    }
}
