import CanonicalJSON

/// Facts that somebody tells by name, as they stand in a record.
///
/// The ledger keeps them and knows nothing of what they mean; names and types are the policies'.
enum ToldFacts {
    /// How many are told at once.
    static let greatestCount = 32
    /// Bytes of a value.
    static let greatestValue = 200
    /// Letters of each of the two parts of a name.
    private static let greatestName = 40

    /// Refuses what a record cannot hold.
    ///
    /// - Parameters:
    ///   - mayBeEmpty: Whether an empty text is a value.
    ///   - isOpen: Whether they are to stand in an open record, where no address may.
    static func check(_ facts: [String: String], mayBeEmpty: Bool, isOpen: Bool) throws(LedgerError) {
        guard facts.count <= greatestCount else {
            throw LedgerError(
                .invalidFact, "\(facts.count) facts are told at once, and \(greatestCount) are the most.",
                hint: "Tell those that a policy asks for.")
        }
        for (name, value) in facts.sorted(by: { $0.key < $1.key }) {
            guard isName(name) else {
                throw LedgerError(
                    .invalidFact, "A fact has a name that cannot be one.",
                    hint:
                        "Names are of letters, as expiresAt, at most \(greatestName), or two such with a dot."
                )
            }
            if let problem = problem(of: value, mayBeEmpty: mayBeEmpty, isOpen: isOpen) {
                throw LedgerError(.invalidFact, "The fact \(name) \(problem.what).", hint: problem.hint)
            }
        }
    }

    private static func problem(
        of value: String, mayBeEmpty: Bool, isOpen: Bool
    ) -> (what: String, hint: String)? {
        if value.isEmpty, !mayBeEmpty { return ("is empty", "Leave out what nobody can say.") }
        if value.utf8.count > greatestValue {
            return ("is longer than \(greatestValue) bytes", "Say it more shortly.")
        }
        if value.hasControls {
            return ("has control characters in it", "Write it in one line of plain text.")
        }
        // The plain sign, and the small and the wide one, which are read as it.
        if isOpen, value.unicodeScalars.contains(where: { "@\u{FE6B}\u{FF20}".unicodeScalars.contains($0) }) {
            return ("has an @ in it", "It stands in the open log, where no address may stand.")
        }
        return nil
    }

    /// `expiresAt`, or `record.expiresAt`.
    private static func isName(_ name: String) -> Bool {
        let parts = name.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return parts.count <= 2
            && parts.allSatisfy { part in
                (1...greatestName).contains(part.count)
                    && part.allSatisfy { (65...90).contains($0) || (97...122).contains($0) }
            }
    }

    /// The facts as a member of R; nil for none.
    static func json(of facts: [String: String]) -> JSONValue? {
        facts.isEmpty
            ? nil
            : .object(
                facts.sorted { $0.key < $1.key }.map { JSONValue.Member($0.key, .string($0.value)) })
    }

    private static let mark = Array("\"told\":{".utf8)

    /// Whether the canonical text of R has the member.
    ///
    /// Within a string a quotation mark is escaped, and so these bytes are the member and nothing else. A plain walk:
    /// the library's search for a run of elements costs more than opening the record.
    static func stand(in record: [UInt8]) -> Bool {
        guard record.count >= mark.count else { return false }
        for start in 0...(record.count - mark.count) where record[start] == mark[0] {
            if record[start + 1] == mark[1], record[start..<(start + mark.count)].elementsEqual(mark) {
                return true
            }
        }
        return false
    }

    /// Reads the member of R; nil where it does not say what it must.
    static func facts(from json: JSONValue?) -> [String: String]? {
        guard let json else { return [:] }
        guard let members = json.members else { return nil }
        var facts: [String: String] = [:]
        for member in members {
            guard let text = member.value.text else { return nil }
            facts[member.name] = text
        }
        return facts
    }
}

extension String {
    /// Whether a sign in it steers a terminal or breaks a line.
    var hasControls: Bool {
        unicodeScalars.contains { scalar in
            switch scalar.properties.generalCategory {
            case .control, .lineSeparator, .paragraphSeparator: true
            default: false
            }
        }
    }
}
