import ArgumentParser
import Ledger

/// Makes a ledger of backups and puts it in place.
struct RestoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Make a ledger of backups, examine it, and put it in place in one step.",
        discussion: """
            Name the backups of all parts together. Refused are files that were changed,
            parts that were never one ledger, and a log that does not extend what was signed
            here last. Copies of the do-not-mail list are united, also with the one that
            lies here. Whatever was erased after a backup is destroyed again. Exit status 1
            if the examination found something.

            Example:
              consentgate restore backups/2026-11-21 /media/safe/keys --replace
            """)

    @Argument(help: "Folders that consentgate backup made.", completion: .directory)
    var folders: [String]

    @Flag(help: "Replace the ledger that lies there, and keep it aside.")
    var replace = false

    @Flag(help: "Take a do-not-mail list that is older than the latest erasure, if there is no newer one.")
    var acceptOlderSuppress = false

    @OptionGroup var backup: BackupKeyOptions
    @OptionGroup var place: LedgerOptions
    @OptionGroup var form: AnswerOptions

    func run() throws {
        let restoration = Restoration(
            context: try LedgerOptions.context(backup.unlocking(place.keys)),
            acceptingOlderSuppression: acceptOlderSuppress)
        let outcome = try restoration.restore(folders, to: place.place(), replacing: replace)
        try Terminal.answer(RestorationAnswer(outcome: outcome, isDrill: false), asJSON: form.json)
        if !outcome.examination.findings.isEmpty { throw ExitCode(1) }
    }
}
