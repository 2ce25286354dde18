extension Ledger {
    /// Holds the fingerprints that lie here against what the log says of the sources that stand.
    func examineSources(_ examination: inout LedgerExamination) throws {
        let entries = try entriesOfSources()
        for source in registry.sources where source.stands(at: now) {
            let place = "sources.db, source \(source.rid)"
            guard let store = try openSources(), let entry = entries[source.rid] else {
                examination.find(place, "it is missing: its people are not found in other lists")
                continue
            }
            let count = try store.count(of: entry.number)
            if count != source.fingerprints {
                examination.find(
                    place, "it has \(count) fingerprints and the log says \(source.fingerprints)")
            }
        }
    }
}
