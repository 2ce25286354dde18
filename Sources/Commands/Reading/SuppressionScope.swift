import ArgumentParser
import Consent
import Ledger

/// For which mail somebody is kept off.
struct SuppressionScope: ParsableArguments {
    @Option(
        help: "What the mail is for; all mail unless given.", completion: .list([Purpose.newsletter.id]))
    var purpose: String?

    @Flag(help: "All mail, which is also so where nothing is said.")
    var all = false

    func validate() throws {
        if all, purpose != nil { throw ValidationError("Give --purpose or --all, not both.") }
    }

    /// The purpose, or all mail.
    func scope(in ledger: Ledger) throws -> Purpose {
        try purpose.map { try Typed.purpose($0, in: ledger) } ?? .everything
    }
}

extension Purpose {
    /// As people say it: `newsletter`, or `all mail`.
    var spoken: String { self == .everything ? "all mail" : id }
}
