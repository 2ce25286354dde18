import CanonicalJSON
import Files
import Ledger
public import MerkleLog

extension Verification {
    /// Verifies a receipt: the record in it is the one that the log committed to.
    ///
    /// - Parameters:
    ///   - path: A C2SP tlog-proof.
    ///   - given: The log's verifier key; nil for a file `vkey` beside the receipt or one folder above it.
    ///   - transitions: Changes of the log's key, which lead from that key to those before and after it.
    /// - Throws: ``AuditError/Code/noKey``, or ``AuditError/Code/storage``.
    public static func receipt(
        _ path: String, key given: VerifierKey? = nil, transitions: [KeyTransition] = []
    )
        throws -> Verification
    {
        try AuditError.translating {
            let (folder, name) = Path.split(path)
            let bytes = try InputFile.contents(of: path, limit: greatestFile)
            var result = Verification(.receipt, at: path)
            let places = [folder, Path.join(folder, "..")].map { Path.join($0, EnclosedKey.fileName) }
            guard let key = given ?? places.lazy.compactMap(EnclosedKey.read).first else {
                throw AuditError(
                    .noKey, "There is no verifier key to check \(path) with.",
                    hint: "Give the one that the controller publishes with --key.")
            }
            result.use(key, from: given == nil ? .enclosed : .given, through: transitions)
            do throws(ReceiptFailure) {
                let receipt = try CheckedReceipt(bytes, keys: result.keys ?? KeySuccession(key))
                result.checkpoint = receipt.checkpoint
                result.record = receipt.record
                result.count("records", 1)
            } catch {
                result.find(name, error.problem)
            }
            return result
        }
    }
}

/// Why a receipt does not hold.
struct ReceiptFailure: Error {
    let problem: String
}

/// A receipt that was checked: its record lies in the log that the keys sign for.
struct CheckedReceipt {
    let record: JSONValue
    let index: UInt64
    let checkpoint: VerifiedCheckpoint

    init(_ bytes: [UInt8], keys: KeySuccession) throws(ReceiptFailure) {
        let proof: TransparencyProof
        do { proof = try TransparencyProof(parsing: bytes) } catch {
            throw ReceiptFailure(problem: error.description)
        }
        guard let parts = proof.extra.flatMap({ Commitment.parts(of: $0) }) else {
            throw ReceiptFailure(problem: "it carries no record")
        }
        do {
            checkpoint = try proof.verify(
                entry: Commitment.leaf(opening: parts.opening, record: parts.record), keys: keys)
        } catch {
            throw ReceiptFailure(problem: "\(error)")
        }
        guard let json = try? JSONValue(readingCanonical: parts.record) else {
            throw ReceiptFailure(problem: "its record is not canonical JSON")
        }
        guard json["log"]?.text == checkpoint.checkpoint.origin else {
            throw ReceiptFailure(problem: "its record is of another log")
        }
        record = json
        index = proof.index
    }
}
