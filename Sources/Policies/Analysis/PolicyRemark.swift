import StrictYAML

/// Something in a policy that works, and that its author can hardly have meant.
public struct PolicyRemark: Sendable, Hashable {
    /// What is odd.
    public enum Code: String, Sendable, CaseIterable {
        /// A condition contradicts itself.
        case neverFires = "never-fires"
        /// A condition holds for everybody.
        case alwaysFires = "always-fires"
        /// A part of a condition is always so where it matters, and asks nothing.
        case alwaysTrue = "always-true"
        /// A part of a condition is never so where it matters.
        case neverTrue = "never-true"
        /// Another rule is always told instead.
        case neverDecides = "never-decides"
        /// The rules that it is said to stand behind do not go before it.
        case notBehind = "not-behind"
        /// It lets people pass whom another rule always rejects.
        case basisRejected = "basis-rejected"
        /// Two rules ask the same.
        case sameCondition = "same-condition"
    }

    /// What is odd, to act on.
    public let code: Code
    /// The id of the rule.
    public let rule: String
    /// The file of the rule.
    public let file: String
    /// Where it stands.
    public let place: TextPlace
    /// What is odd and why, without a full stop.
    public let message: String
    /// What to do.
    public let hint: String
    /// The line of the file, without its end; empty where it is not known.
    public let sourceLine: String

    init(
        _ code: Code, _ rule: Rule, at place: TextPlace, _ message: String, hint: String,
        in sources: [PolicySource]
    ) {
        self.code = code
        (self.rule, file, self.place, self.message, self.hint) = (rule.id, rule.file, place, message, hint)
        let text = sources.first { $0.name == rule.file }?.text ?? ""
        // Lines are looked up only here: remarks are few, and rules may be many.
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let index = place.line - 1
        sourceLine = lines.indices.contains(index) ? String(lines[index].prefix(200)) : ""
    }
}

extension PolicyRemark: CustomStringConvertible {
    /// `file:line:column: warning: …`, the line itself with a mark under the place, and what to do.
    public var description: String {
        YAMLError(
            file: file, line: place.line, column: place.column, message: "warning: \(message)", hint: hint,
            sourceLine: sourceLine
        ).description
    }
}
