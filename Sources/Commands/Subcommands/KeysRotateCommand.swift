import ArgumentParser
import Ledger

/// Puts a new key in the place of an old one.
struct KeysRotateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rotate",
        abstract: "Put a new key in the place of an old one; cut short, it goes on where it ended.",
        discussion: """
            kek is the key under which the keys of all records are wrapped. Change it when
            somebody may have copied the keys folder, or a medium with it was lost. Records,
            log and receipts stay as they are. Copies of the vault from before open under
            the old key alone: make new backups of vault and keys, and keep the old keys as
            long as the old copies.

            log is the key that signs the log. The log keeps its name; both keys sign that
            the new one took over, and the old one is destroyed. Receipts of before hold as
            they did, and whoever knows the old key finds the new one in the exported log.
            Publish the new key: consentgate log key.

            Examples:
              consentgate keys rotate kek
              consentgate keys rotate log
            """)

    /// Keys that can be changed.
    enum Key: String, ExpressibleByArgument, CaseIterable {
        case kek
        case log
    }

    @Argument(help: "Which key.")
    var key: Key

    @OptionGroup var place: LedgerOptions
    @OptionGroup var form: AnswerOptions

    func run() throws {
        let ledger = try place.open(create: false)
        switch key {
        case .kek:
            try Terminal.answer(
                WrappingKeyChangeAnswer(change: ledger.rotateWrappingKey()), asJSON: form.json)
        case .log: try Terminal.answer(LogKeyChangeAnswer(change: ledger.rotateLogKey()), asJSON: form.json)
        }
    }
}
