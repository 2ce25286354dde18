public import Consent

/// Looks people of a list up in the sources that stand.
public final class SourceMatcher {
    /// The sources in which people are looked up, in the order of registration.
    public let sources: [KeptSource]
    private let store: SourceStore
    private let key: FingerprintKey
    private let home: LedgerHome
    /// The places among ``sources`` of the numbers that the store gives.
    private let places: [Int64: Int]

    init(
        _ sources: [(number: Int64, source: KeptSource)], _ store: SourceStore, _ key: FingerprintKey,
        _ home: LedgerHome
    ) {
        self.home = home
        self.sources = sources.map(\.source)
        self.store = store
        self.key = key
        var places: [Int64: Int] = [:]
        for (place, source) in sources.enumerated() { places[source.number] = place }
        self.places = places
    }

    /// What of each row's fingerprints is found, the surest first; of each kind the source that was registered last.
    ///
    /// One look-up a fingerprint by a statement that is compiled once. Once something sure is found, less sure kinds are
    /// not looked up.
    public func matches(_ rows: [[Fingerprint]]) throws -> [[SourceMatch]] {
        do {
            var result: [[SourceMatch]] = []
            result.reserveCapacity(rows.count)
            for row in rows { result.append(try matches(row)) }
            return result
        } catch {
            throw LedgerError(describing: error, home: home)
        }
    }

    /// The sources that have any of some fingerprints, in the order of registration.
    package func sources(of fingerprints: [Fingerprint]) throws -> [KeptSource] {
        do {
            let found = try fingerprints.flatMap {
                try store.sources(with: key.tag($0)).compactMap { places[$0] }
            }
            return Set(found).sorted().map { sources[$0] }
        } catch {
            throw LedgerError(describing: error, home: home)
        }
    }

    private func matches(_ row: [Fingerprint]) throws -> [SourceMatch] {
        var found: [SourceMatch] = []
        for kind in Fingerprint.Kind.allCases {
            // A name is part of every surer name, and would say nothing more.
            if kind == .name, found.contains(where: { $0.kind == .nameCompany }) { break }
            var best: SourceMatch?
            for fingerprint in row where fingerprint.kind == kind {
                guard let place = try place(of: fingerprint) else { continue }
                if let best, (best.isGuessed ? 0 : 1, best.source) >= (fingerprint.isGuessed ? 0 : 1, place) {
                    continue
                }
                best = SourceMatch(kind: kind, isGuessed: fingerprint.isGuessed, source: place)
            }
            if let best { found.append(best) }
        }
        return found
    }

    private func place(of fingerprint: Fingerprint) throws -> Int? {
        try store.sources(with: key.tag(fingerprint)).compactMap { places[$0] }.max()
    }
}
