import CanonicalJSON
package import MerkleLog

/// What the record of a changed log key says: which key signed until then, and which one signs from then on.
struct KeyChangeRecord {
    let from: VerifierKey
    let to: VerifierKey

    init(from: VerifierKey, to: VerifierKey) { (self.from, self.to) = (from, to) }

    /// Reads a record; nil where it is of something else, or does not say what it must.
    init?(_ record: JSONValue) {
        guard record["type"]?.text == OpenRecord.Kind.keyChanged.rawValue,
            let from = record["key"]?["from"]?.text.flatMap({ try? VerifierKey(parsing: $0) }),
            let to = record["key"]?["to"]?.text.flatMap({ try? VerifierKey(parsing: $0) }),
            record["log"]?.text == from.name, from.name == to.name
        else { return nil }
        self.init(from: from, to: to)
    }

    var body: [JSONValue.Member] {
        [.init("key", .object(of: ["from": .string(from.text), "to": .string(to.text)]))]
    }
}

extension KeyTransition {
    /// Reads the receipt of the record of a change and checks it against the two keys that the record names.
    ///
    /// - Throws: `CheckpointError` or `ProofError` where it does not hold.
    package init(reading proof: TransparencyProof) throws {
        guard let parts = proof.extra.flatMap({ Commitment.parts(of: $0) }),
            let change = (try? JSONValue(readingCanonical: parts.record)).flatMap({ KeyChangeRecord($0) })
        else { throw NotAKeyChange() }
        try self.init(
            checking: proof, entry: Commitment.leaf(opening: parts.opening, record: parts.record),
            from: change.from, to: change.to)
    }

    /// A receipt that is of another record than that of a change of the log's key.
    package struct NotAKeyChange: Error, CustomStringConvertible {
        /// What is wrong.
        package var description: String { "it is no receipt of a change of the log's key" }
    }
}
