import ArgumentParser
import Consent
import Ledger

/// To what somebody agreed, and by which words.
struct AgreedOptions: ParsableArguments {
    @Option(help: "What the mail is for.", completion: .list([Purpose.newsletter.id]))
    var purpose: String

    @Option(help: ArgumentHelp("What the person saw, as in newsletter@1.", valueName: "id@version"))
    var wording: String?

    /// The purpose of that name.
    func purpose(in ledger: Ledger) throws -> Purpose { try Typed.purpose(purpose, in: ledger) }

    /// The wording of that name; nil where none was named.
    func wording(in ledger: Ledger) throws -> WordingReference? { try Typed.wording(wording, in: ledger) }
}
