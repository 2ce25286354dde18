import CanonicalJSON
import Database

extension Ledger {
    /// Holds tombstones, the list of erased entries and the vault against each other.
    ///
    /// Every entry can be opened or is named by a later tombstone, and nothing that is named can be opened: this looks at
    /// the tombstones, and the walk through the vault at the rest.
    ///
    /// - Returns: The entries that tombstones name.
    func examineErasures(_ examination: inout LedgerExamination, open: Set<UInt64>) throws -> Set<UInt64> {
        var listed: [UInt64: UInt64] = [:]
        try log.forEachErased { position, tombstone in listed[position] = tombstone }
        var named = Set<UInt64>()
        for record in try log.openRecords(.subjectsErased) {
            let place = "log.db, tombstone \(record.index)"
            guard let tombstone = Tombstone(reading: record.json) else {
                examination.find(place, "it does not name entries in their order")
                continue
            }
            for position in tombstone.entries {
                if position >= record.index {
                    examination.find(place, "it names entry \(position), which is not before it")
                } else if open.contains(position) {
                    examination.find(place, "it names entry \(position), which is an open record")
                } else if !named.insert(position).inserted {
                    examination.find(place, "it names entry \(position), which an earlier one names")
                } else if listed[position] != record.index {
                    examination.find(place, "entry \(position) is not listed as erased by it")
                }
            }
        }
        for position in listed.keys.sorted() where !named.contains(position) {
            examination.find("log.db, erased entry \(position)", "no tombstone names it")
        }
        let keys = try vault.connection.integer(
            "SELECT count(*) FROM threads WHERE NOT EXISTS (SELECT 1 FROM events WHERE thread = threads.id)")
        if let keys, keys > 0 {
            examination.find("vault.db", "\(keys) keys are left of which no record is")
        }
        return named
    }
}
