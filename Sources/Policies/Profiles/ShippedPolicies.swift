import StrictYAML
import Suggestions
import Synchronization

/// The policies that are compiled into the program, so that an installed one needs no source tree.
public enum ShippedPolicies {
    private static let ending = ".yaml"
    private static let examplesEnding = ".examples.yaml"

    /// The name of the policy that is used unless another is asked for.
    public static let defaultName = "gdpr"

    /// The names of the policies, in alphabetical order.
    public static let names: [String] = EmbeddedFiles.all.map(\.name)
        .filter { $0.hasSuffix(ending) && !$0.hasSuffix(examplesEnding) && !$0.contains("/") }
        .map { String($0.dropLast(ending.count)) }
        .sorted()

    /// The whole file of a policy, nil if there is none of that name.
    public static func text(named name: String) -> String? { source(named: name)?.text }

    /// The whole file of a policy's examples, nil if there is none.
    public static func examplesText(named name: String) -> String? {
        names.contains(name) ? file(named: name + examplesEnding) : nil
    }

    /// A policy.
    ///
    /// - Throws: ``PolicyError`` with code ``PolicyError/Code/unknownPolicy`` and the nearest name.
    public static func policy(named name: String, language: Language = .english) throws(PolicyError) -> Policy
    {
        guard let source = source(named: name) else { throw unknown(name) }
        return try Policy(parsing: source.text, file: source.name, language: language)
    }

    /// A policy's examples.
    ///
    /// - Throws: ``PolicyError`` with code ``PolicyError/Code/unknownPolicy`` and the nearest name.
    public static func examples(named name: String) throws(PolicyError) -> PolicyExamples {
        guard let text = examplesText(named: name) else { throw unknown(name) }
        return try PolicyExamples(parsing: text, file: name + examplesEnding)
    }

    static func source(named name: String) -> PolicySource? {
        guard names.contains(name) else { return nil }
        return file(named: name + ending).map { PolicySource(name: name + ending, text: $0) }
    }

    /// The rules that policies build on; read once.
    static let catalogue: Result<Catalogue, YAMLError> = Result { () throws(YAMLError) in
        try Catalogue(sources(below: "catalogue/").filter { !$0.name.hasSuffix(examplesEnding) })
    }

    /// The examples of the catalogue's rules, with the facts that they begin with.
    static let catalogueExamples: [PolicySource] = sources(below: "catalogue/").filter {
        $0.name.hasSuffix(examplesEnding)
    }

    /// The files of texts of all languages.
    static let textSources: [PolicySource] = sources(below: "texts/")

    /// The texts of the catalogue in a language; read once.
    static func texts(in language: Language) -> Result<RuleTexts, YAMLError> {
        textsRead.withLock { read in
            if let texts = read[language] { return texts }
            let texts = Result { () throws(YAMLError) in try readTexts(language) }
            read[language] = texts
            return texts
        }
    }

    /// A program that starts reads only the language that it speaks.
    private static let textsRead = Mutex<[Language: Result<RuleTexts, YAMLError>]>([:])

    private static func readTexts(_ language: Language) throws(YAMLError) -> RuleTexts {
        let name = "texts/\(language.rawValue).yaml"
        guard let text = file(named: name) else {
            throw YAMLError(
                file: name, line: 1, column: 1, message: "there are no texts in this language")
        }
        return try RuleTexts(parsing: text, file: name)
    }

    private static func sources(below folder: String) -> [PolicySource] {
        EmbeddedFiles.all.filter { $0.name.hasPrefix(folder) }
            .map { PolicySource(name: $0.name, text: $0.text) }
    }

    private static func file(named name: String) -> String? {
        EmbeddedFiles.all.first { $0.name == name }?.text
    }

    private static func unknown(_ name: String) -> PolicyError {
        let hint =
            nearestName(to: name, among: names).map { "Did you mean \"\($0)\"?" }
            ?? "Shipped are: \(names.joined(separator: ", "))."
        return PolicyError(unknownPolicy: String(name.prefix(80)), hint: hint)
    }
}
