import ArgumentParser
import CanonicalJSON
import Consent
import Files
import Ledger
import Rights

/// Looks at a consent receipt of another system.
struct ReceiptCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Say whether a Kantara consent receipt of another system is whole, and what it claims.",
        discussion: """
            Nothing is recorded. Our own proofs are checked with consentgate verify.

            Example:
              consentgate receipt check theirs.json
            """)

    @Argument(
        help: ArgumentHelp("The receipt, JSON; - for standard input.", valueName: "file"), completion: .file()
    )
    var file: String

    @OptionGroup var form: AnswerOptions

    func run() throws {
        let bytes = try InputFile.contents(of: file, limit: ReceiptClaim.greatestFile)
        let receipt = try KantaraReceipt(parsing: bytes, now: LedgerContext.system().now())
        try Terminal.answer(CheckedReceiptAnswer(receipt: receipt), asJSON: form.json)
    }
}

/// What a receipt claims.
private struct CheckedReceiptAnswer: Answer {
    let receipt: KantaraReceipt

    private var subject: String {
        (try? EmailAddress(parsing: receipt.principal))?.shortened ?? "named by another system"
    }

    func text(in palette: Palette) -> String {
        var lines = NamedLines()
        lines.add("claims", "a yes given at \(receipt.givenAt)")
        lines.add("person", subject)
        for name in receipt.controllers { lines.add("controller", Self.plain(name)) }
        for purpose in receipt.purposes {
            let type = purpose.isExplicit ? "explicit" : "not explicit: no yes to us"
            lines.add("purpose", "\(Self.plain(purpose.name ?? "without a name")), \(type)")
        }
        return lines.text
    }

    /// A text from outside as a terminal may show it.
    private static func plain(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.filter(Typed.isPrintable))).prefix(120)
            .description
    }

    var json: JSONValue {
        .object(of: [
            "isWhole": true, "givenAt": .string(receipt.givenAt.description), "subject": .string(subject),
            "controllers": .array(receipt.controllers.map { .string($0) }),
            "purposes": .array(
                receipt.purposes.map { purpose in
                    .object(of: [
                        "name": purpose.name.map { .string($0) }, "isExplicit": .boolean(purpose.isExplicit),
                    ])
                }),
        ])
    }
}
