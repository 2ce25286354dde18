import ArgumentParser
import Cryptography
import Files
import Ledger

/// Says where the key comes from that opens the keys of the records.
struct KeysProtectCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "protect",
        abstract: "Lock kek, the key over all records, with a passphrase, a command or a file elsewhere.",
        discussion: """
            Without kek nobody reads a record: once it is locked, a stolen copy of the whole
            folder tells nothing of anybody. Who opens the ledger then needs the passphrase,
            the command or the file, and there is no way in without. A new passphrase is
            asked at the terminal, twice; it never stands on the command line. A command is
            run as it stands, without a shell, and writes 64 hexadecimal digits; so does a
            file hold them. --none lays kek in the clear again.

            Examples:
              consentgate keys protect --passphrase
              consentgate keys protect --key-command 'pass show consentgate/kek'
              consentgate keys protect --key-file /media/safe/consentgate.key
            """)

    @Flag(help: "By a passphrase.")
    var passphrase = false

    @Option(
        help: ArgumentHelp(
            "A file with the new passphrase in its first line; asked at the terminal unless given.",
            valueName: "file"), completion: .file())
    var newPassphraseFile: String?

    @Option(help: ArgumentHelp("By what this command writes.", valueName: "command"))
    var keyCommand: String?

    @Option(help: ArgumentHelp("By the key in this file.", valueName: "file"), completion: .file())
    var keyFile: String?

    @Flag(help: "By nothing: kek lies in the clear.")
    var none = false

    @OptionGroup var place: LedgerOptions
    @OptionGroup var form: AnswerOptions

    func validate() throws {
        let wanted = [passphrase, keyCommand != nil, keyFile != nil, none].count { $0 }
        if wanted != 1 {
            throw ValidationError("Say by what: --passphrase, --key-command, --key-file or --none.")
        }
        if newPassphraseFile != nil, !passphrase {
            throw ValidationError("--new-passphrase-file goes with --passphrase.")
        }
    }

    func run() throws {
        let ledger = try place.open(create: false)
        let source = try ledger.protect(by: protection())
        try Terminal.answer(KeyProtectionAnswer(source: source), asJSON: form.json)
    }

    private func protection() throws -> KeyProtection {
        if let keyCommand { return .command(try KeyCommand.words(of: keyCommand)) }
        if let keyFile {
            guard PrivateFile.exists(keyFile) else {
                throw Complaint(
                    "There is no file \(keyFile).",
                    hint: "Make it: umask 077; openssl rand -hex 32 > '\(keyFile)'")
            }
            return .file(Folder.resolved(keyFile))
        }
        if none { return .none }
        if let newPassphraseFile { return .passphrase(try PassphraseFile.read(newPassphraseFile)) }
        guard let passphrase = try PassphrasePrompt.askForNew() else {
            throw Complaint(
                "Nobody can be asked for a new passphrase.",
                hint: "Run the command at a terminal, or name a file with --new-passphrase-file.")
        }
        return .passphrase(passphrase)
    }
}
