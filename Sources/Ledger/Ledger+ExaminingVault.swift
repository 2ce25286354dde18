import MerkleLog

extension Ledger {
    /// Opens every record of the vault and holds it against its entry, its columns, its files and the do-not-mail list.
    func examineVault(
        _ examination: inout LedgerExamination, _ onProgress: (UInt64, UInt64) -> Void
    ) throws {
        var open = Set<UInt64>()
        for record in try log.connection.positionsOfOpenRecords() { open.insert(record) }
        let erased = try examineErasures(&examination, open: open)
        let examiner = try RecordExaminer(self)
        var expected: UInt64 = 0
        /// Entries without a record up to a place. A row may claim any place: nothing is counted beyond the log.
        func findMissing(upTo position: UInt64, _ examination: inout LedgerExamination) {
            while expected < min(position, checkpoint.checkpoint.size) {
                if !open.contains(expected), !erased.contains(expected) {
                    examination.find("vault.db, record of entry \(expected)", "it is missing")
                }
                expected += 1
            }
        }
        try vault.forEachRow { row in
            findMissing(upTo: row.position, &examination)
            expected = max(expected, row.position &+ 1)
            if erased.contains(row.position) {
                examination.find(
                    "vault.db, record of entry \(row.position)", "it was erased and still lies here")
            } else {
                if examination.records % 4096 == 0 { onProgress(row.position, checkpoint.checkpoint.size) }
                try examiner.examine(row, &examination)
            }
        }
        findMissing(upTo: checkpoint.checkpoint.size, &examination)
        onProgress(checkpoint.checkpoint.size, checkpoint.checkpoint.size)
    }
}
