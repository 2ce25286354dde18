import ArgumentParser
import CanonicalJSON
import Ledger
import MerkleLog

/// Gives the key that verifies the log.
struct LogKeyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "key",
        abstract: "Give the key that verifies the log's checkpoints (C2SP signed-note).",
        discussion: """
            Publish it where people trust you, such as on your imprint: whoever verifies
            compares it. With --json the keys that signed the log before it are told, too.

            Example:
              consentgate log key > vkey
            """)

    @OptionGroup var place: LedgerOptions
    @OptionGroup var form: AnswerOptions

    func run() throws {
        let ledger = try place.open(create: false)
        try Terminal.answer(VerifierKeyAnswer(keys: ledger.keySuccession), asJSON: form.json)
    }
}

/// The key that verifies a log.
private struct VerifierKeyAnswer: Answer {
    let keys: KeySuccession

    func text(in palette: Palette) -> String { keys.newest.text + "\n" }

    var json: JSONValue {
        .object(of: [
            "log": .string(keys.newest.name), "verifierKey": .string(keys.newest.text),
            "earlier": keys.transitions.isEmpty
                ? nil
                : .array(
                    keys.transitions.map { transition in
                        .object(of: [
                            "verifierKey": .string(transition.from.text),
                            "until": .integer(Int64(clamping: transition.size)),
                        ])
                    }),
        ])
    }
}
