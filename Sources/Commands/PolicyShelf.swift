import Cryptography
import Files
import Gate
import Ledger
import Policies

/// The policies and examples that have names: in the ledger's home, and in the program.
struct PolicyShelf {
    private static let ending = ".yaml"
    private static let examplesEnding = ".examples.yaml"

    let home: LedgerHome

    /// Every name once, in alphabetical order.
    var names: [String] { PolicyLibrary.known(to: home).names }

    /// The examples that lie beside a policy.
    ///
    /// - Parameter wanted: As the policy was asked for.
    /// - Throws: `FileError` if there are none.
    func examples(for chosen: ChosenPolicy, wanted: String) throws -> PolicyExamples {
        guard let path = examplesPath(for: chosen, wanted: wanted) else {
            return try ShippedPolicies.examples(named: wanted)
        }
        return try read(path)
    }

    /// Whether any examples lie beside a policy.
    func hasExamples(for chosen: ChosenPolicy, wanted: String) -> Bool {
        examplesPath(for: chosen, wanted: wanted).map(PrivateFile.exists)
            ?? (ShippedPolicies.examplesText(named: wanted) != nil)
    }

    /// Where the examples of a policy lie; nil for one that came with the program.
    private func examplesPath(for chosen: ChosenPolicy, wanted: String) -> String? {
        switch chosen.source {
        case .shipped: nil
        case .home, .log: Path.join(home.policies, chosen.policy.id + Self.examplesEnding)
        case .file(let path):
            Path.join(Path.split(path).folder, Path.stem(Path.split(path).name) + Self.examplesEnding)
        }
    }

    /// Puts a policy and its examples into the ledger's folder, where it is found by name.
    ///
    /// Another file of that name is replaced only if its text stands in the log, so that nothing is lost.
    func install(_ chosen: ChosenPolicy, from path: String, ledger: Ledger) throws {
        let place = Path.join(home.policies, chosen.policy.id + Self.ending)
        if let present = try? InputFile.contents(of: place, limit: 1 << 20),
            present != Array(chosen.policy.text.utf8)
        {
            let digest = SHA256.digest(of: present).hex
            let isLogged = try ledger.adoptedPolicies.contains { policy in
                policy.files.first?.sha256 == digest
            }
            guard isLogged else {
                throw Complaint(
                    "Another policy \(chosen.policy.id) lies in the ledger's folder and was never adopted.",
                    hint: "Adopt it first, or move \(place) away.")
            }
        }
        try Folder.make(home.policies, mode: 0o700)
        try write(Array(chosen.policy.text.utf8), to: place)
        let beside = Path.join(
            Path.split(path).folder, Path.stem(Path.split(path).name) + Self.examplesEnding)
        guard let examples = try? InputFile.contents(of: beside, limit: 1 << 22) else { return }
        try write(examples, to: Path.join(home.policies, chosen.policy.id + Self.examplesEnding))
    }

    private func write(_ bytes: [UInt8], to path: String) throws {
        var file = try StagedFile(path: path, token: "adopt")
        try file.write(bytes)
        try file.commit()
    }

    private func read(_ path: String) throws -> PolicyExamples {
        let bytes = try InputFile.contents(of: path, limit: 1 << 22)
        return try PolicyExamples(parsing: String(decoding: bytes, as: UTF8.self), file: path)
    }
}
