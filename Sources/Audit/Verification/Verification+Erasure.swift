import CanonicalJSON
import Files
import Ledger
public import MerkleLog

extension Verification {
    /// Verifies a certificate of erasure: the log that the key signs for has its tombstone.
    ///
    /// - Parameters:
    ///   - path: The file that `erase --certificate` wrote.
    ///   - given: The log's verifier key; nil for the one in the certificate.
    ///   - transitions: Changes of the log's key, which lead from that key to those before and after it.
    public static func erasure(
        _ path: String, key given: VerifierKey? = nil, transitions: [KeyTransition] = []
    ) throws -> Verification {
        try AuditError.translating {
            let name = Path.split(path).name
            let bytes = try InputFile.contents(of: path, limit: greatestFile)
            var result = Verification(.erasure, at: path)
            let certificate: ErasureCertificate
            do throws(ErasureCertificate.Failure) {
                certificate = try ErasureCertificate(parsing: bytes)
            } catch {
                result.find(name, error.problem)
                return result
            }
            result.use(
                given ?? certificate.verifierKey, from: given == nil ? .enclosed : .given,
                through: transitions)
            let keys = result.keys ?? KeySuccession(certificate.verifierKey)
            if !keys.keys.contains(certificate.verifierKey) {
                result.find(name, "it names another verifier key than the one that was given")
            }
            do throws(ReceiptFailure) {
                let receipt = try CheckedReceipt(
                    Array(certificate.receipt.utf8), keys: keys)
                result.checkpoint = receipt.checkpoint
                result.compare(certificate, with: receipt, name)
            } catch {
                result.find(name, error.problem)
            }
            return result
        }
    }

    private mutating func compare(
        _ certificate: ErasureCertificate, with receipt: CheckedReceipt, _ name: String
    ) {
        guard let tombstone = Tombstone(reading: receipt.record),
            tombstone.entries.allSatisfy({ $0 < receipt.index })
        else { return find(name, "its receipt is not that of a tombstone") }
        guard receipt.record["at"]?.text == certificate.erasedOn + "T00:00:00Z" else {
            return find(name, "its day is not that of the tombstone")
        }
        record = receipt.record
        count("records", 1)
        notes.append(
            "Its name of the controller, and what it says of backups and of what is kept, are the controller's word."
        )
    }
}
