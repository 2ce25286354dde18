import Consent

/// The releases of one subject, each with what became of it.
struct ReleaseHistory {
    /// A release, and what became of it.
    struct Entry {
        var release: Release
        let record: SubjectRecord
        /// Whether a stop came after it: it counts no more, whatever its day.
        let isEnded: Bool
    }

    /// In the order of the log.
    private(set) var entries: [Entry]

    /// - Parameters:
    ///   - records: Records of the subject, in the order of the log; those that tell of no release are passed over.
    ///   - events: All events of the subject.
    init(of records: [SubjectRecord], among events: [SubjectEvent]) {
        entries = records.compactMap { record in
            guard let release = Release(record) else { return nil }
            let isEnded = events.contains { event in
                event.kind.isStop && (event.purpose == release.purpose || event.purpose == .everything)
                    // Learnt later, or claimed for later: both say more than who let the row pass could know.
                    && (event.sequence > record.event.sequence || event.effectiveAt > release.grantedAt)
            }
            return Entry(release: release, record: record, isEnded: isEnded)
        }
        for record in records where record.event.kind == .releaseConfirmed {
            guard let mark = record.release,
                let place = entries.firstIndex(where: { $0.record.rid == mark.confirmed })
            else { continue }
            if entries[place].release.confirmedBy == nil { entries[place].release.confirmedBy = mark.by }
        }
    }

    /// The releases that count for a purpose at a moment.
    func inForce(for purpose: Purpose, at moment: Instant) -> [Release] {
        entries.filter { entry in
            let release = entry.release
            return !entry.isEnded && release.purpose == purpose && release.expiresAt > moment
                && (release.confirmedBy != nil || !release.needsConfirmation)
        }.map(\.release)
    }
}
