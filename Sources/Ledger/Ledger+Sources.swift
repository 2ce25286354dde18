import CanonicalJSON
import Consent
import Database
import Files

extension Ledger {
    /// How long a source counts unless told otherwise, in months.
    public static let monthsOfSource = 12

    /// Every source that was registered and not removed, in the order of registration.
    public func sources() throws -> [KeptSource] {
        try translating {
            guard !registry.sources.isEmpty else { return [] }
            let whole = try entriesOfSources()
            return registry.sources.filter { !$0.isRemoved }.map { kept($0, whole[$0.rid]) }
        }
    }

    /// What looks people up in the sources that stand; nil where there are none, so that nobody pays for it.
    public func sourceMatcher() throws -> SourceMatcher? {
        try translating {
            guard registry.sources.contains(where: { $0.stands(at: now) }), let store = try openSources()
            else { return nil }
            let entries = try entriesOfSources()
            let standing = registry.sources.compactMap { source in
                entries[source.rid].flatMap { entry in
                    source.stands(at: now) ? (entry.number, kept(source, entry)) : nil
                }
            }
            return standing.isEmpty
                ? nil : SourceMatcher(standing, store, FingerprintKey(lookup: keys.lookup), home)
        }
    }

    /// Removes a source: the log is told first, then its fingerprints are destroyed.
    ///
    /// Cut short in between, the source counts no more, and the next write destroys what is left of it.
    ///
    /// - Throws: ``LedgerError/Code/unknownSource``.
    public func removeSource(_ rid: RecordID) throws {
        try appending {
            guard registry.sources.contains(where: { $0.rid == rid && !$0.isRemoved }) else {
                throw LedgerError(
                    .unknownSource, "No source \(rid) is registered.",
                    hint: "Look at: consentgate source list")
            }
            _ = try appendLocked(
                .sourceRemoved, [.init("source", .object(of: ["rid": .string(rid.description)]))])
            try sweepSources()
        }
    }

    /// Destroys what lies in `sources.db` of sources that count no more.
    ///
    /// What the log does not know may be in the making by another process, and is left to ``addSource``.
    func sweepSources() throws {
        let over = Set(registry.sources.lazy.filter { !$0.stands(at: self.now) }.map(\.rid))
        guard !over.isEmpty, let store = try openSources() else { return }
        try store.remove(try store.entries().filter { over.contains($0.rid) }.map(\.number))
    }

    /// The store, opened once it is there.
    func openSources() throws -> SourceStore? {
        if let sourceStore { return sourceStore }
        guard PrivateFile.exists(home.sourceDatabase) else { return nil }
        sourceStore = try SourceStore(path: home.sourceDatabase, mode: .readWrite)
        return sourceStore
    }

    func entriesOfSources() throws -> [RecordID: SourceStore.Entry] {
        let entries = try openSources()?.entries() ?? []
        return Dictionary(entries.map { ($0.rid, $0) }) { first, _ in first }
    }

    func kept(_ source: RegisteredSource, _ entry: SourceStore.Entry?) -> KeptSource {
        let condition: KeptSource.Condition =
            !source.stands(at: now) ? .expired : entry == nil ? .missing : .standing
        return KeptSource(
            source: source, label: entry?.label, newestDay: entry?.newestDay, condition: condition)
    }
}
