import CanonicalJSON
import Consent
import Cryptography
import Synchronization

/// Opens the records of yeses and hashes their files again, many in a row and on any thread.
///
/// It says of a yes what ``Ledger/look(at:of:until:_:)`` says of it, where nothing is wrong; for the rest, that tells.
final class YesLook: Sendable {
    /// A yes, with what is needed to look at it.
    struct Sight: Sendable {
        let lookup: [UInt8]
        let event: SubjectEvent
        let record: VaultScan.SealedRecord
        let files: [File]
        /// Whether a file of it shows an act of another subject, too; nil without files.
        let isShared: Bool?
    }

    /// A file that shows a yes.
    struct File: Sendable {
        let digest: [UInt8]
        let sealed: [UInt8]?
    }

    private let opener: Mutex<RecordOpener>

    init(_ wrapping: SecretKey) { opener = Mutex(RecordOpener(wrapping)) }

    /// What each of them says and what shows it; nil for one that is to be looked at in the plain way.
    func look(at sights: [Sight]) -> [Ledger.Yes?] {
        opener.withLock { opener in sights.map { Self.look(at: $0, opener) } }
    }

    private static func look(at sight: Sight, _ opener: RecordOpener) -> Ledger.Yes? {
        let record = sight.record
        guard let key = opener.key(of: record, sight.lookup, sight.event.purpose),
            let text = opener.text(of: record, key), let told = told(in: text, sight),
            sight.files.isEmpty == (sight.event.evidenceCount == 0)
        else { return nil }
        var condition = sight.files.isEmpty ? EvidenceCondition.none : .hashOnly
        for (place, file) in sight.files.enumerated() {
            guard let box = file.sealed else { continue }
            guard let content = opener.content(of: box, place: place, record, key),
                SHA256.digest(of: content) == Digest(bytes: file.digest)
            else { return nil }
            condition = .intact
        }
        return Ledger.Yes(told: told, evidence: condition, isShared: sight.isShared)
    }

    /// The facts that were told with a record; nil where it does not say what it must.
    private static func told(in text: [UInt8], _ sight: Sight) -> [String: String]? {
        guard ToldFacts.stand(in: text) else { return [:] }
        guard let json = try? JSONValue(readingCanonical: text),
            let subject = RecordMembers.subject(from: json, index: UInt64(clamping: sight.event.sequence)),
            subject.rid.bytes == sight.record.rid
        else { return nil }
        return subject.told
    }
}
