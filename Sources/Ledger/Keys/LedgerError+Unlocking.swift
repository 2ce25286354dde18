extension LedgerError {
    /// Nobody can be asked for the passphrase.
    static func locked(_ path: String) -> LedgerError {
        LedgerError(
            .locked, "\(path) is protected by a passphrase, and nobody can be asked for it.",
            hint:
                "Run the command at a terminal, or name a file with the passphrase in its first line: --passphrase-file FILE, or CONSENTGATE_PASSPHRASE_FILE."
        )
    }

    /// A backup names a program that would have to be run.
    static func strangeCommand(_ path: String) -> LedgerError {
        LedgerError(
            .locked, "\(path) is opened by a command, and a backup's command is not run unasked.",
            hint: "If you trust the backup, say which to run: --key-command 'COMMAND'.")
    }

    /// What was given does not open the envelope.
    static func wrong(_ source: KeySource, _ path: String) -> LedgerError {
        switch source {
        case .passphrase:
            LedgerError(
                .wrongPassphrase, "The passphrase does not open \(path).",
                hint: "Nothing was changed. Try again; mind capitals, blanks and the layout of the keyboard.")
        case .command, .file:
            LedgerError(
                .wrongKey, "The key from \(source.words) does not open \(path).",
                hint:
                    "Nothing was changed. It is the key of another ledger, or of before a change of protection."
            )
        }
    }
}
