public import Consent
import Cryptography
import Files
public import Ledger
public import Policies
import Suggestions

/// A policy, and where it was found: reports and certificates say so.
public struct ChosenPolicy: Sendable {
    /// Where a policy came from.
    public enum Source: Hashable, Sendable {
        /// Compiled into the program.
        case shipped
        /// A file of the ledger's home, which goes before a shipped one of the same name.
        case home
        /// A file that the user named.
        case file(String)
        /// The log, where it was written when it was adopted.
        case log

        /// The stable name, without the path of the file.
        public var name: String {
            switch self {
            case .shipped: "shipped"
            case .home: "home"
            case .file: "file"
            case .log: "log"
            }
        }
    }

    /// The policy.
    public let policy: Policy
    /// Where it was found.
    public let source: Source
    /// SHA-256 of its files, as 64 hexadecimal digits: that of the file itself where the policy stands alone, else over all its files.
    public let sha256: String
}

/// Finds the policy that somebody asks for.
public enum PolicyChoice {
    /// A file if the name is a path or ends in `.yaml`; else the file of that name in the ledger's home; else the one that
    /// was shipped.
    ///
    /// - Parameters:
    ///   - wanted: A name or a file; nil for the default.
    ///   - home: The ledger whose own policies are known too.
    ///   - language: In which people are told reasons and cures.
    /// - Throws: `PolicyError` or `FileError`.
    public static func resolve(
        _ wanted: String?, home: LedgerHome?, language: Language = .english
    ) throws -> ChosenPolicy {
        let reader = Reader(library: .known(to: home), language: language)
        let name = wanted ?? ShippedPolicies.defaultName
        if name.contains("/") || name.hasSuffix(".yaml") || name.hasSuffix(".yml") {
            return try reader.read(name, shownAs: name, source: .file(name))
        }
        if let home {
            let own = Path.join(home.policies, name + ".yaml")
            if PrivateFile.exists(own) {
                let chosen = try reader.read(own, shownAs: own, source: .home)
                guard chosen.policy.id == name else {
                    throw GateError(
                        .policyName, "\(own) holds the policy \"\(chosen.policy.id)\" and not \"\(name)\".",
                        hint: "Name the file after its policy, or change the line policy: in it.")
                }
                return chosen
            }
        }
        let policy = try ShippedPolicies.policy(named: name, language: language)
        return ChosenPolicy(policy: policy, source: .shipped, sha256: PolicyDigest.hex(of: policy))
    }

    /// The policy that a ledger's controller adopted; the default where none is adopted.
    ///
    /// Where the file of that name is another one by now, the text in the log goes before it. Where even that gives
    /// another policy, because the program came with other rules since, the file is taken, and vettings say that it is
    /// not the adopted one.
    ///
    /// - Parameters:
    ///   - ledger: Whose policy is meant.
    ///   - language: In which people are told reasons and cures.
    ///   - moment: A moment of the past: the policy that was in force then; nil for now.
    public static func adopted(
        in ledger: Ledger, language: Language = .english, at moment: Instant? = nil
    ) throws -> ChosenPolicy {
        let inForce =
            if let moment { try ledger.adoptedPolicy(at: moment) } else { ledger.adoptedPolicy }
        guard let adopted = inForce else {
            return try resolve(nil, home: ledger.home, language: language)
        }
        let named = Result { try resolve(adopted.id, home: ledger.home, language: language) }
        if let named = try? named.get(), named.sha256 == adopted.sha256 { return named }
        let files = try ledger.adoptedPolicyFiles(adopted.rid).map {
            PolicySource(name: $0.name, text: $0.text)
        }
        let library = PolicyLibrary(names: files.map(\.name)) { name in
            files.first { $0.name == name + ".yaml" }
        }
        if let own = files.first,
            let policy = try? Policy(parsing: own.text, file: own.name, library: library, language: language),
            PolicyDigest.hex(of: policy) == adopted.sha256
        {
            return ChosenPolicy(policy: policy, source: .log, sha256: adopted.sha256)
        }
        return try named.get()
    }

    private struct Reader {
        let library: PolicyLibrary
        let language: Language

        func read(_ path: String, shownAs name: String, source: ChosenPolicy.Source) throws -> ChosenPolicy {
            let bytes = try InputFile.contents(of: path, limit: 1 << 20)
            let policy = try Policy(
                parsing: String(decoding: bytes, as: UTF8.self), file: name, library: library,
                language: language)
            return ChosenPolicy(policy: policy, source: source, sha256: PolicyDigest.hex(of: policy))
        }
    }
}
