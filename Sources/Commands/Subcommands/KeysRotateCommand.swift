import ArgumentParser
import CanonicalJSON
import Ledger

/// Puts a new key in the place of an old one.
struct KeysRotateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rotate",
        abstract: "Put a new key in the place of an old one; cut short, it goes on where it ended.",
        discussion: """
            kek is the key under which the keys of all records are wrapped. Change it when somebody may have copied the keys
            folder, or a medium with it was lost. Records, log and receipts stay as they are. Copies of the vault from
            before open under the old key alone: make new backups of vault and keys, and keep the old keys as long as
            the old copies.

            Example:
              consentgate keys rotate kek
            """)

    /// Keys that can be changed.
    enum Key: String, ExpressibleByArgument, CaseIterable {
        case kek
    }

    @Argument(help: "Which key: kek.")
    var key: Key

    @OptionGroup var place: LedgerOptions
    @OptionGroup var form: AnswerOptions

    func run() throws {
        let change = try place.open(create: false).rotateWrappingKey()
        try Terminal.answer(KeyChangeAnswer(change: change), asJSON: form.json)
    }
}

/// What a change of a key did.
private struct KeyChangeAnswer: Answer {
    let change: WrappingKeyChange

    func text(in palette: Palette) -> String {
        var lines = NamedLines()
        lines.add(
            "kek",
            "changed: \(change.threads) threads are under the new key"
                + (change.wasBegun ? "; an earlier change was finished" : ""))
        if !change.isDestroyed {
            lines.add(
                "note",
                "another program reads the vault: what was wrapped under the old key goes when it ends.")
        }
        lines.add(
            "next", "back up vault and keys anew; older copies of the vault open under the old key alone.")
        return lines.text
    }

    var json: JSONValue {
        .object(of: [
            "key": .string(KeysRotateCommand.Key.kek.rawValue),
            "threads": .integer(Int64(clamping: change.threads)), "wasBegun": .boolean(change.wasBegun),
            "isDestroyed": .boolean(change.isDestroyed),
        ])
    }
}
