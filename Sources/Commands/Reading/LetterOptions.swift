import ArgumentParser
import Policies

/// In which language a person is written to.
struct LetterOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The language of the page or letter: \(Language.allCases.map(\.rawValue).joined(separator: ", ")).",
            valueName: "code"),
        completion: .list(Language.allCases.map(\.rawValue)))
    var language: String?
}
