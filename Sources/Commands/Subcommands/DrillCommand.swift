import ArgumentParser
import Files
import Ledger

/// Tries whether backups would do.
struct DrillCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "drill",
        abstract: "Restore backups into a folder that is removed again, and say whether they would do.",
        discussion: """
            Everything is hashed and opened as after a real restoration; the ledger in use
            is not touched. For a moment keys and vault lie side by side in the scratch
            folder, for you alone: choose it with --scratch. Exit status 1 if the
            examination found something, 2 if the backups cannot be restored.

            Example:
              consentgate drill backups/2026-11-21 /media/safe/keys
            """)

    @Argument(help: "Folders that consentgate backup made: all that a ledger needs.", completion: .directory)
    var folders: [String]

    @Option(
        help: ArgumentHelp("Where to restore; TMPDIR unless given.", valueName: "dir"),
        completion: .directory)
    var scratch: String?

    @OptionGroup var backup: BackupKeyOptions
    @OptionGroup var keys: UnlockingOptions
    @OptionGroup var form: AnswerOptions

    func run() throws {
        let outcome = try Restoration(context: LedgerOptions.context(backup.unlocking(keys))).drill(
            folders, in: scratch ?? Folder.temporary())
        try Terminal.answer(RestorationAnswer(outcome: outcome, isDrill: true), asJSON: form.json)
        if !outcome.examination.findings.isEmpty { throw ExitCode(1) }
    }
}
