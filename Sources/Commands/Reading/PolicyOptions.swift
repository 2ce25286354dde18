import ArgumentParser
import Gate
import Ledger
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

    /// Opens the ledger, and finds the policy that was asked for or else the adopted one.
    ///
    /// A policy that is not there is told before a ledger is made.
    func open(_ place: LedgerOptions) throws -> (ledger: Ledger, policy: ChosenPolicy) {
        let language = try Typed.language(language)
        let named = try policy.map { try PolicyChoice.resolve($0, home: place.place(), language: language) }
        let ledger = try place.open(create: true)
        return (ledger, try named ?? PolicyChoice.adopted(in: ledger, language: language))
    }

    /// Opens a ledger that is there, and finds the policy that was asked for or else the adopted one.
    func open(existing place: LedgerOptions) throws -> (ledger: Ledger, policy: ChosenPolicy) {
        let language = try Typed.language(language)
        let named = try policy.map { try PolicyChoice.resolve($0, home: place.place(), language: language) }
        let ledger = try place.open(create: false)
        return (ledger, try named ?? PolicyChoice.adopted(in: ledger, language: language))
    }
}
