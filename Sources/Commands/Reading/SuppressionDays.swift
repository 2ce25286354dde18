import ArgumentParser
import Consent

/// Since when somebody is kept off, and when to ask whether it is still needed.
struct SuppressionDays: ParsableArguments {
    @Option(
        name: .customLong("since"),
        help: ArgumentHelp(
            "Since when, as in 2026-09-01; unless given, today, or what a list tells of each.",
            valueName: "day"))
    var typedSince: String?

    @Option(
        name: .customLong("review"),
        help: ArgumentHelp(
            "When to ask whether it is still needed; 36 months after that unless given.", valueName: "day"))
    var typedReview: String?

    /// Since when; nil for what the list tells, or today.
    func since() throws -> Instant? { try Typed.day(typedSince, option: "--since") }

    /// When to ask; nil for the usual time.
    func review() throws -> Instant? { try Typed.day(typedReview, option: "--review") }
}
