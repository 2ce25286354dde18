public import Consent
import StrictYAML

/// Something that the ledger of an example learns.
public enum ExampleAct: Sendable, Hashable {
    /// A wording is published; the text of its file.
    case published(String, learntAt: Instant?)
    /// Somebody says yes, or ends it.
    case happened(Event)

    /// What happened between a person and a purpose.
    public struct Event: Sendable, Hashable {
        /// What happened.
        public let kind: EventKind
        /// To whom.
        public let address: EmailAddress
        /// When, as claimed; nil if nobody can say.
        public let occurredAt: Instant?
        /// When the ledger learns it; nil for when it happened.
        public let learntAt: Instant?
        /// How it was given.
        public let method: CollectionMethod?
        /// What the person saw.
        public let wording: WordingReference?
        /// Texts that show it.
        public let evidence: [String]
        /// Where the contact came from.
        public let source: String?
        /// Facts of the record that its teller adds, by their names without `record.`.
        public let told: [String: String]
    }

    /// When the ledger learns it, if that is told or follows.
    public var learntAt: Instant? {
        switch self {
        case .published(_, let learnt): learnt
        case .happened(let event): event.learntAt ?? event.occurredAt
        }
    }
}

extension ExampleAct {
    /// The words with which an act begins, and what they say.
    private static let kinds: [(word: String, kind: EventKind)] = [
        ("record", .given), ("withdraw", .withdrawn), ("refuse", .refused), ("object", .objected),
    ]

    init(parsing node: YAMLNode) throws(YAMLError) {
        let mapping = try node.mapping()
        if let text = mapping["publish"] {
            try mapping.allowOnly(["publish", "learnt"])
            self = .published(try text.nonEmptyText(), learntAt: try mapping["learnt"]?.instant())
            return
        }
        guard let (word, kind) = Self.kinds.first(where: { mapping[$0.word] != nil }) else {
            let words = ["publish"] + Self.kinds.map(\.word)
            throw node.withoutLine(
                "this is no act", hint: "An act has one of the keys \(words.joined(separator: ", ")).")
        }
        let ofYes = kind == .given ? ["method", "wording", "evidence", "source", "told"] : []
        try mapping.allowOnly([word, "at", "learnt"] + ofYes)
        self = .happened(
            Event(
                kind: kind, address: try Self.address(mapping.required(word)),
                occurredAt: try mapping["at"]?.instant(), learntAt: try mapping["learnt"]?.instant(),
                method: try Self.method(mapping["method"]), wording: try Self.wording(mapping["wording"]),
                evidence: try mapping["evidence"]?.texts() ?? [],
                source: try Self.sentence(mapping["source"]), told: try Self.told(mapping["told"])))
    }

    private static func address(_ node: YAMLNode) throws(YAMLError) -> EmailAddress {
        let text = try node.nonEmptyText()
        do {
            return try EmailAddress(parsing: text)
        } catch {
            throw node.withoutLine(
                "expected an address (\(error.reason.rawValue))",
                hint: "An address has the form name@example.org.")
        }
    }

    private static func method(_ node: YAMLNode?) throws(YAMLError) -> CollectionMethod? {
        guard let node else { return nil }
        return try node.name(of: CollectionMethod.self, what: "method")
    }

    private static func wording(_ node: YAMLNode?) throws(YAMLError) -> WordingReference? {
        guard let node else { return nil }
        guard let reference = WordingReference(parsing: try node.nonEmptyText()) else {
            throw node.error("expected a wording", hint: "Name it as in newsletter@1.")
        }
        return reference
    }

    private static func sentence(_ node: YAMLNode?) throws(YAMLError) -> String? {
        guard let node else { return nil }
        return try node.sentence()
    }

    /// Facts of the record, each as its type wants it.
    private static func told(_ node: YAMLNode?) throws(YAMLError) -> [String: String] {
        var told: [String: String] = [:]
        let names = Fact.allCases.filter { $0.source == .record }.map {
            String($0.name.drop { $0 != "." }.dropFirst())
        }
        for (key, value) in try node?.mapping().pairs ?? [] {
            let name = try key.nonEmptyText()
            guard names.contains(name), let fact = Fact(named: "record." + name) else {
                throw key.unknown("fact of a record", name, among: names)
            }
            _ = try fact.type.cell(parsing: value, of: fact)
            told[name] = try value.text()
        }
        return told
    }
}
