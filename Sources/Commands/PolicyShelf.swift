import Files
import Gate
import Ledger
import Policies

/// The policies and examples that have names: in the ledger's home, and in the program.
struct PolicyShelf {
    private static let examplesEnding = ".examples.yaml"

    let home: LedgerHome

    /// Every name once, in alphabetical order.
    var names: [String] { PolicyLibrary.known(to: home).names }

    /// The examples that lie beside a policy.
    ///
    /// - Parameter wanted: As the policy was asked for.
    /// - Throws: `FileError` if there are none.
    func examples(for chosen: ChosenPolicy, wanted: String) throws -> PolicyExamples {
        switch chosen.source {
        case .shipped: try ShippedPolicies.examples(named: wanted)
        case .home: try read(Path.join(home.policies, wanted + Self.examplesEnding))
        case .file(let path):
            try read(
                Path.join(Path.split(path).folder, Path.stem(Path.split(path).name) + Self.examplesEnding))
        }
    }

    private func read(_ path: String) throws -> PolicyExamples {
        let bytes = try InputFile.contents(of: path, limit: 1 << 22)
        return try PolicyExamples(parsing: String(decoding: bytes, as: UTF8.self), file: path)
    }
}
