public import Consent

/// A source in the making: takes the fingerprints of a list row by row.
///
/// Keeps one batch in memory, whatever the length of the list.
public final class SourceDraft {
    private let store: SourceStore
    private let key: FingerprintKey
    let number: Int64
    private var batch: Set<SourceStore.Tag> = []

    private static let batchSize = 1 << 15

    init(_ store: SourceStore, _ key: FingerprintKey, number: Int64) {
        self.store = store
        self.key = key
        self.number = number
    }

    /// Takes the fingerprints of a row.
    public func remember(_ fingerprints: [Fingerprint]) throws {
        for fingerprint in fingerprints { batch.insert(key.tag(fingerprint)) }
        if batch.count >= Self.batchSize { try flush() }
    }

    /// Forgets what was taken: the list is read again from its start.
    public func startOver() throws {
        batch.removeAll(keepingCapacity: true)
        try store.clear(number)
    }

    func flush() throws {
        if batch.isEmpty { return }
        try store.insert(batch, of: number)
        batch.removeAll(keepingCapacity: true)
    }
}
