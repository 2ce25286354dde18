import Consent
import Cryptography
import Database

/// Opens the records of a vault one after the other and says what is wrong with each, for an examination of them all.
final class RecordExaminer {
    private let ledger: Ledger
    private let opener: RecordOpener
    private let evidenceQuery: Statement

    init(_ ledger: Ledger) throws {
        self.ledger = ledger
        opener = RecordOpener(ledger.keys.wrapping)
        evidenceQuery = try ledger.vault.connection.prepare(VaultStore.evidenceQuery)
    }

    /// Holds a record against its entry, the columns beside it, its files and the do-not-mail list.
    func examine(_ row: VaultStore.Row, _ examination: inout LedgerExamination) throws {
        let place = "vault.db, record \(row.rid) (entry \(row.position))"
        guard try ledger.log.leaf(at: row.position) == row.leaf else {
            examination.find(place, "its leaf is not the one in the log")
            return
        }
        let sealed = VaultScan.SealedRecord(row)
        guard let key = key(of: sealed, row), let text = opener.text(of: sealed, key),
            let subject = try? ledger.subject(in: row, text)
        else {
            examination.find(place, "it cannot be opened, or is not what its entry committed to")
            return
        }
        examination.records += 1
        if subject.event != row.event || subject.release?.release != row.release {
            examination.find(place, "the columns beside it do not say what the record says")
        }
        if subject.event.kind == .objected,
            try ledger.suppression.suppression(of: subject.address, for: subject.event.purpose) == nil
        {
            examination.find(
                "suppress.db",
                "the tag of the objection in record \(row.rid) is missing, or suppress.key is another")
        }
        if ledger.lookup(subject.address) != row.lookup {
            examination.find(place, "it is filed under another address")
        }
        defer { evidenceQuery.reset() }
        let files = try VaultStore.evidence(ofEvent: row.id, evidenceQuery)
        if files.map(\.evidence) != subject.evidence {
            examination.find(place, "its list of evidence is not the recorded one")
        }
        for (number, file) in files.enumerated() {
            examine(file, number, "\(place), file \(number + 1)", sealed, key, &examination)
        }
    }

    private func key(of record: VaultScan.SealedRecord, _ row: VaultStore.Row) -> HMACKey? {
        if let key = opener.key(of: record, row.lookup, row.event.purpose) { return key }
        // While the key of the vault is changed some threads are under the other one.
        return (try? ledger.unwrap(row.wrappedKey, row.lookup, row.event.purpose)).map { HMACKey($0) }
    }

    private func examine(
        _ file: VaultStore.StoredEvidence, _ number: Int, _ place: String, _ record: VaultScan.SealedRecord,
        _ key: HMACKey, _ examination: inout LedgerExamination
    ) {
        guard let box = file.sealed else { return }
        guard let content = opener.content(of: box, place: number, record, key) else {
            examination.find(place, "the sealed copy cannot be opened")
            return
        }
        guard ContentDigest(bytes: SHA256.digest(of: content).bytes) == file.evidence.digest else {
            examination.find(place, "the copy does not have its recorded digest")
            return
        }
        examination.files += 1
    }
}
