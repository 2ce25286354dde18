import ArgumentParser
import Gate
import Policies

/// By which policy a command judges.
struct PolicyOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("The policy to judge by: a name or a file.", valueName: "name|file"),
        completion: .list(ShippedPolicies.names))
    var policy: String?

    /// The policy that was asked for, or the default.
    func choose(for place: LedgerOptions) throws -> ChosenPolicy {
        try PolicyChoice.resolve(policy, home: place.place())
    }
}
