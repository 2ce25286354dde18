package import CanonicalJSON
import Cryptography
package import MerkleLog

/// The signed statement of one vetting as a file that travels beside the lists it speaks of.
///
/// It holds the open record of the vetting, the opening of its leaf, the proof that the leaf lies in the log, and the
/// log's verifier key. The names of the files are not part of the record, for they may tell of people; they are a
/// help to find the files, and their digests stand in the record.
package struct CertificateFile: Hashable, Sendable {
    /// The value of the member `format`.
    package static let format = "consentgate-certificate/v1"

    /// A file that is no certificate.
    package struct ParsingError: Error, Hashable, Sendable, CustomStringConvertible {
        /// What is wrong, in a sentence.
        package let description: String
    }

    /// What the files were called: `list`, `accepted`, `held`, `rejected`, `report` → a name without a folder.
    package let names: [String: String]
    /// R of the open record.
    package let record: JSONValue
    /// The 32 bytes that open its leaf.
    package let opening: [UInt8]
    /// The proof that its leaf lies in the log.
    package let proof: TransparencyProof
    /// The key that comes with the file: believe it as far as the way by which the file came.
    package let verifierKey: VerifierKey

    /// Reads a certificate, and refuses one that this program would have written in another way.
    package init(parsing bytes: [UInt8]) throws(ParsingError) {
        guard let json = try? JSONValue(reading: bytes), json["format"]?.text == Self.format else {
            throw ParsingError(description: "This is not a certificate of the format \(Self.format).")
        }
        guard let record = json["record"], record.members != nil else {
            throw ParsingError(description: "The member \"record\" is missing.")
        }
        guard let opening = json["opening"]?.text.flatMap({ Base64.decode($0) }),
            opening.count == Commitment.openingSize
        else { throw ParsingError(description: "The member \"opening\" is not the Base64 of 32 bytes.") }
        guard let proof = json["proof"]?.text.flatMap({ try? TransparencyProof(parsing: $0) }) else {
            throw ParsingError(description: "The member \"proof\" is not a \(TransparencyProof.header).")
        }
        guard let key = json["verifierKey"]?.text.flatMap({ try? VerifierKey(parsing: $0) }) else {
            throw ParsingError(description: "The member \"verifierKey\" is not a verifier key.")
        }
        var names: [String: String] = [:]
        for member in json["names"]?.members ?? [] { names[member.name] = member.value.text }
        self.init(names: names, record: record, opening: opening, proof: proof, verifierKey: key)
        guard record["names"]?.text == Self.digest(of: names) else {
            throw ParsingError(description: "The names of the files are not those of the record.")
        }
        // One spelling, so that no byte of the file can change unnoticed.
        guard Array(self.json.pretty.utf8) == bytes else {
            throw ParsingError(description: "The file was changed: it is not written as certificates are.")
        }
    }

    private init(
        names: [String: String], record: JSONValue, opening: [UInt8], proof: TransparencyProof,
        verifierKey: VerifierKey
    ) {
        self.names = names
        self.record = record.sortedByName
        self.opening = opening
        self.proof = proof
        self.verifierKey = verifierKey
    }

    /// What the record says of the names: a digest over them and a random word among them.
    ///
    /// Names may tell of people, and a digest of a guessable name tells the name; the word of 32 hexadecimal digits, which
    /// stands in the file alone, prevents that.
    package static func digest(of names: [String: String]) -> String {
        let sorted = names.sorted { $0.key < $1.key }.map { JSONValue.Member($0.key, .string($0.value)) }
        return SHA256.digest(of: JSONValue.object(sorted).canonicalBytes).hex
    }

    /// The content of the file; written with `.pretty`.
    ///
    /// - Parameters:
    ///   - record: The open record of the vetting.
    ///   - proof: Its proof of inclusion, without extra data.
    ///   - key: The log's verifier key.
    ///   - names: What the files are called, without folders.
    package static func make(
        record: OpenRecord, proof: TransparencyProof, key: VerifierKey, names: [String: String]
    ) -> JSONValue {
        let bare = TransparencyProof(index: proof.index, hashes: proof.hashes, checkpoint: proof.checkpoint)
        return CertificateFile(
            names: names, record: record.json, opening: record.opening, proof: bare, verifierKey: key
        ).json
    }

    /// The file as JSON, always in the same order.
    package var json: JSONValue {
        let sorted = names.sorted { $0.key < $1.key }
        return .object(of: [
            "format": .string(Self.format),
            "names": .object(sorted.map { .init($0.key, .string($0.value)) }),
            "record": record, "opening": .string(Base64.encode(opening)), "proof": .string(proof.serialized),
            "verifierKey": .string(verifierKey.text),
        ])
    }

    /// Checks that the log signed a tree with this record.
    ///
    /// - Parameter keys: The keys that are believed; nil for the one in the file.
    /// - Throws: `CheckpointError` or `ProofError`.
    package func verified(with keys: KeySuccession? = nil) throws -> VerifiedCheckpoint {
        guard keys?.keys.contains(verifierKey) ?? true else {
            throw ParsingError(description: "The certificate names another log's key than the trusted one.")
        }
        return try proof.verify(
            entry: Commitment.leaf(opening: opening, record: record.canonicalBytes),
            keys: keys ?? KeySuccession(verifierKey))
    }
}

extension JSONValue {
    /// The same value with the members of every object in alphabetical order, as they are read back.
    fileprivate var sortedByName: JSONValue {
        switch self {
        case .array(let items): .array(items.map(\.sortedByName))
        case .object(let members):
            .object(
                members.map { .init($0.name, $0.value.sortedByName) }.sorted { $0.name < $1.name })
        default: self
        }
    }
}
