import Suggestions

/// The policies that are compiled into the program, so that an installed one needs no source tree.
public enum ShippedPolicies {
    private static let ending = ".yaml"
    private static let examplesEnding = ".examples.yaml"

    /// The name of the policy that is used unless another is asked for.
    public static let defaultName = "gdpr"

    /// The names of the policies, in alphabetical order.
    public static let names: [String] = EmbeddedFiles.all.map(\.name)
        .filter { $0.hasSuffix(ending) && !$0.hasSuffix(examplesEnding) }
        .map { String($0.dropLast(ending.count)) }
        .sorted()

    /// The whole file of a policy, nil if there is none of that name.
    public static func text(named name: String) -> String? {
        names.contains(name) ? file(named: name + ending) : nil
    }

    /// The whole file of a policy's examples, nil if there is none.
    public static func examplesText(named name: String) -> String? {
        names.contains(name) ? file(named: name + examplesEnding) : nil
    }

    /// A policy.
    ///
    /// - Throws: ``PolicyError`` with code ``PolicyError/Code/unknownPolicy`` and the nearest name.
    public static func policy(named name: String) throws(PolicyError) -> Policy {
        guard let text = text(named: name) else { throw unknown(name) }
        return try Policy(parsing: text, file: name + ending)
    }

    /// A policy's examples.
    ///
    /// - Throws: ``PolicyError`` with code ``PolicyError/Code/unknownPolicy`` and the nearest name.
    public static func examples(named name: String) throws(PolicyError) -> PolicyExamples {
        guard let text = examplesText(named: name) else { throw unknown(name) }
        return try PolicyExamples(parsing: text, file: name + examplesEnding)
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
