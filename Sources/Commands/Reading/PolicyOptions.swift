import ArgumentParser
import Gate
import Policies

/// By which policy a command judges.
struct PolicyOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("The policy to judge by: a name or a file.", valueName: "name|file"),
        completion: .list(ShippedPolicies.names))
    var policy: String?

    @Option(
        help: ArgumentHelp(
            "The language of reasons and cures: \(Language.allCases.map(\.rawValue).joined(separator: ", ")).",
            valueName: "code"),
        completion: .list(Language.allCases.map(\.rawValue)))
    var language: String?

    /// The policy that was asked for, or the default.
    func choose(for place: LedgerOptions) throws -> ChosenPolicy {
        try PolicyChoice.resolve(policy, home: place.place(), language: Typed.language(language))
    }
}
