import ArgumentParser
import Cryptography
import Ledger
import Synchronization

/// How a command gets at keys that are protected.
struct UnlockingOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "A file with the passphrase of the keys in its first line; asked at the terminal unless given.",
            valueName: "file"), completion: .file())
    var passphraseFile: String?

    /// One for each file, so that a process asks once, however often it opens a ledger.
    private static let made = Mutex<[String: KeyUnlocking]>([:])

    /// Who is asked for the key of this user's own ledger.
    var unlocking: KeyUnlocking {
        let means = means
        return Self.made.withLock { made in
            let known = made[passphraseFile ?? ""] ?? KeyUnlocking(means)
            made[passphraseFile ?? ""] = known
            return known
        }
    }

    /// The passphrase comes from a file where one is named, else from whoever sits at the terminal.
    var means: KeyUnlocking.Means {
        let file = passphraseFile ?? ProcessEnvironment.value("CONSENTGATE_PASSPHRASE_FILE")
        var means = KeyUnlocking.Means()
        means.passphrase = { path in
            if let file, !file.isEmpty { return try PassphraseFile.read(file) }
            return try PassphrasePrompt.ask("Passphrase of \(path): ")
        }
        return means
    }
}
