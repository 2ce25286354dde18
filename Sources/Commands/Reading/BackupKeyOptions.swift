import ArgumentParser
import Ledger

/// How the keys in a backup are opened, which may name a program or a file of another machine.
struct BackupKeyOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The command that opens the keys of the backup; one that the backup names is not run unasked.",
            valueName: "command"))
    var keyCommand: String?

    @Option(
        help: ArgumentHelp(
            "The file that opens the keys of the backup, where it lies elsewhere now.", valueName: "file"),
        completion: .file())
    var keyFile: String?

    /// Who is asked for the key of a backup.
    func unlocking(_ options: UnlockingOptions) throws -> KeyUnlocking {
        var means = options.means
        means.command = try keyCommand.map(KeyCommand.words)
        means.file = keyFile
        means.runsNamedCommand = false
        return KeyUnlocking(means)
    }
}
