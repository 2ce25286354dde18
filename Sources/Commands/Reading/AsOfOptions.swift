import ArgumentParser
import Consent

/// For which moment of the past a command answers, and by which clock.
struct AsOfOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Answer for this moment of the past, RFC 3339 with its zone.", valueName: "time"))
    var asOf: String?

    @Option(
        help: ArgumentHelp(
            "With --as-of: what the ledger had recorded by then, or what had occurred by then as known today.",
            valueName: "recorded|occurred"),
        completion: .list(AsOf.Clock.allCases.map(\.rawValue)))
    var clock: String?

    func validate() throws {
        guard clock == nil || asOf != nil else {
            throw ValidationError("--clock needs --as-of: by that clock at which moment?")
        }
    }

    /// What was asked for; nil for now.
    func moment() throws -> AsOf? {
        let clock = try clock.map { text in
            guard let clock = AsOf.Clock(rawValue: text) else {
                throw Complaint(
                    "The clock \(Typed.quoted(text)) is not known.",
                    hint: "recorded for what the ledger knew then, occurred for what had happened by then.")
            }
            return clock
        }
        return try Typed.time(asOf, option: "--as-of").map { AsOf($0, by: clock ?? .recorded) }
    }
}
