public import Consent
import StrictYAML

/// One example of an author: a small list and a small ledger, and what should become of each row.
///
/// The whole way of a contact is tried here, from the cell to the verdict, and not the policy alone.
public struct ListExample: Sendable, Hashable {
    /// What should become of one row.
    public struct Expectation: Sendable, Hashable {
        /// The row, from 1.
        public let row: Int
        /// Where it should go.
        public let verdict: Verdict
        /// The id of the rule that should be told; nil where the contact should be accepted.
        public let rule: String?
    }

    /// The most rows that the list of an example may have.
    public static let mostRows = 10
    private static let mostActs = 50
    private static let mostBytes = 1 << 16

    /// What the example is about, in the words of its author.
    public let name: String
    /// The file in which it stands.
    public let file: String
    /// Where it begins.
    public let place: TextPlace
    /// The moment of the vetting.
    public let now: Instant
    /// What the mail is for.
    public let purpose: Purpose
    /// The controller's country, if told.
    public let country: String?
    /// What the ledger learns, in this order.
    public let acts: [ExampleAct]
    /// The list as it would lie in a file.
    public let list: String
    /// What should become of the rows.
    public let expectations: [Expectation]

    private static let keys = ["name", "now", "purpose", "country", "ledger", "list", "expect"]

    init(parsing node: YAMLNode, file: String) throws(YAMLError) {
        let mapping = try node.mapping()
        try mapping.allowOnly(Self.keys)
        self.file = file
        place = node.place
        name = try mapping.required("name").sentence()
        let nowNode = try mapping.required("now")
        now = try nowNode.instant()
        purpose = try Self.purpose(mapping["purpose"])
        country = try Self.country(mapping["country"])
        acts = try Self.acts(mapping["ledger"], until: now)
        let listNode = try mapping.required("list")
        list = try listNode.nonEmptyText()
        guard list.utf8.count <= Self.mostBytes else {
            throw listNode.withoutLine("the list of an example has at most \(Self.mostBytes) bytes")
        }
        expectations = try Self.expectations(mapping.required("expect"))
    }

    private static func purpose(_ node: YAMLNode?) throws(YAMLError) -> Purpose {
        guard let node else { return .newsletter }
        guard let purpose = Purpose(try node.slug()) else {
            throw node.error("this cannot be a purpose", hint: "Use a-z, 0-9 and inner hyphens.")
        }
        return purpose
    }

    private static func country(_ node: YAMLNode?) throws(YAMLError) -> String? {
        guard let node else { return nil }
        let code = try node.nonEmptyText()
        guard Country.codes.contains(code) else { throw node.unknown("country", code, among: Country.codes) }
        return code
    }

    private static func acts(_ node: YAMLNode?, until now: Instant) throws(YAMLError) -> [ExampleAct] {
        let items = try node?.list() ?? []
        if let node, items.count > mostActs {
            throw node.error("the ledger of an example has at most \(mostActs) acts")
        }
        var acts: [ExampleAct] = []
        for item in items {
            let act = try ExampleAct(parsing: item)
            if let learnt = act.learntAt, learnt > now {
                throw item.withoutLine(
                    "the ledger would learn this after the vetting",
                    hint: "Give an earlier time, or a later now:.")
            }
            acts.append(act)
        }
        return acts
    }

    private static func expectations(_ node: YAMLNode) throws(YAMLError) -> [Expectation] {
        var expectations: [Expectation] = []
        for item in try node.list() {
            let mapping = try item.mapping()
            try mapping.allowOnly(["row", "verdict", "rule"])
            let row = try mapping.required("row").integer(in: 1...mostRows)
            guard !expectations.contains(where: { $0.row == row }) else {
                throw item.error("row \(row) stands twice")
            }
            let expected = try PolicyExample.Expectation(
                verdict: mapping.required("verdict"), rule: mapping["rule"], in: item)
            expectations.append(
                Expectation(row: row, verdict: expected.verdict, rule: expected.rule))
        }
        guard !expectations.isEmpty else { throw node.error("the example expects nothing") }
        return expectations
    }

    /// When the ledger of the example begins: not after anything that it learns.
    package var firstMoment: Instant {
        acts.compactMap(\.learntAt).reduce(now) { min($0, $1) }
    }

    /// What is wrong with the example, found only when its list was vetted.
    package func refusal(_ message: String, hint: String? = nil) -> PolicyError {
        PolicyError(
            .malformed,
            YAMLError(file: file, line: place.line, column: place.column, message: message, hint: hint))
    }
}

extension YAMLNode {
    /// An error that does not show the line: an address may stand on it.
    func withoutLine(_ message: String, hint: String? = nil) -> YAMLError {
        var error = error(message, hint: hint)
        error.sourceLine = ""
        return error
    }
}
