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
            Publish it where people trust you, such as on your imprint: whoever verifies compares it.

            Example:
              consentgate log key > vkey
            """)

    @OptionGroup var place: LedgerOptions
    @OptionGroup var form: AnswerOptions

    func run() throws {
        let ledger = try place.open(create: false)
        try Terminal.answer(VerifierKeyAnswer(key: ledger.verifierKey), asJSON: form.json)
    }
}

/// The key that verifies a log.
private struct VerifierKeyAnswer: Answer {
    let key: VerifierKey

    func text(in palette: Palette) -> String { key.text + "\n" }

    var json: JSONValue { .object(of: ["log": .string(key.name), "verifierKey": .string(key.text)]) }
}
