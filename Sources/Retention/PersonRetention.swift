public import Consent
public import Ledger
public import Policies

/// Says how long what is kept of one person is kept, by the schedule of a policy.
///
/// The same judgement as that of a ``RetentionPlan``, told about one person: for a dossier, and for the person's own copy.
public struct PersonRetention {
    private let ledger: Ledger
    private let schedule: RetentionSchedule
    private let judge: ThreadJudge

    /// A look at a ledger by the schedule of a policy.
    public init(_ policy: Policy, in ledger: Ledger) {
        self.ledger = ledger
        schedule = policy.retention
        judge = ThreadJudge(schedule: policy.retention, now: ledger.now)
    }

    /// What is kept of an address: records by purpose, lists of vettings, fingerprints, entries of the do-not-mail list.
    public func items(of address: EmailAddress) throws -> [KeptItem] {
        try records(of: address) + reports(of: address)
            + ledger.sources(with: address).map { kept in
                var item = KeptItem(.source, law: "GDPR 5(1)(e)")
                (item.from, item.until) = (kept.source.addedAt, kept.source.expiresAt)
                return item
            }
            + ledger.suppressions(of: address).map { suppression($0.tag, for: $0.scope) }
    }

    private func records(of address: EmailAddress) throws -> [KeptItem] {
        let records = try ledger.history(of: address)
        let byPurpose = Dictionary(grouping: records.map(\.event), by: \.purpose)
        let all = byPurpose[.everything] ?? []
        var items: [KeptItem] = []
        var isStillAgreed = false
        func fate(_ purpose: Purpose, everything: [SubjectEvent]) throws -> ThreadFate {
            try judge.fate(of: byPurpose[purpose] ?? [], for: purpose, everything: everything) {
                Hold(among: records, for: purpose)
            }
        }
        for purpose in byPurpose.keys.sorted() where purpose != .everything {
            let fate = try fate(purpose, everything: all)
            items.append(item(of: purpose, fate))
            let isGoing = if case .goes(_, _, let end) = fate { end <= ledger.now } else { false }
            if !isGoing, byPurpose[purpose]?.contains(where: { $0.kind == .given }) == true {
                isStillAgreed = true
            }
        }
        if !all.isEmpty {
            let stops = isStillAgreed && all.contains { $0.kind.isStop }
            items.append(
                item(of: .everything, stops ? .stays(.stopsYes) : try fate(.everything, everything: [])))
        }
        return items
    }

    private func item(of purpose: Purpose, _ fate: ThreadFate) -> KeptItem {
        let proof = schedule.term(of: .proof)
        switch fate {
        case .stays(let stay):
            let kind: KeptItem.Kind =
                switch stay {
                case .inUse: .inUse
                case .restricted: .restricted
                case .openRequest: .openRequest
                case .stopsYes: .stopsYes
                }
            var item = KeptItem(kind, of: purpose, law: stay == .inUse ? "GDPR 7(1)" : proof?.law ?? "")
            (item.span, item.isByYear) = (proof?.span, schedule.isChosen(.proofFromYearEnd))
            return item
        case .goes(let kind, let from, let end):
            let term = kind == .unconfirmed ? schedule.term(of: .unconfirmed) : proof
            var item =
                kind == .holdOver
                ? KeptItem(.hold, of: purpose, law: "GDPR 17(3)")
                : KeptItem(kind == .unconfirmed ? .unconfirmed : .proof, of: purpose, law: term?.law ?? "")
            (item.from, item.until) = (from, end)
            if kind != .holdOver { item.span = term?.span }
            item.isByYear = kind == .proof && schedule.isChosen(.proofFromYearEnd)
            return item
        }
    }

    private func reports(of address: EmailAddress) throws -> [KeptItem] {
        let runs = Set(try ledger.vettings(of: address).map(\.record.rid))
        guard !runs.isEmpty else { return [] }
        let kept = try ledger.reports().filter { runs.contains($0.run) }
        return Dictionary(grouping: kept, by: \.run).values.compactMap { files -> KeptItem? in
            guard let madeAt = files.map(\.madeAt).max() else { return nil }
            let term = schedule.term(of: .reports)
            var item = KeptItem(.reports, law: term?.law ?? "")
            (item.span, item.from) = (term?.span, madeAt)
            item.until = schedule.end(of: .reports, from: madeAt)
            return item
        }.sorted { ($0.from ?? ledger.now) < ($1.from ?? ledger.now) }
    }

    private func suppression(_ tag: Suppression, for scope: Purpose) -> KeptItem {
        let term = schedule.term(of: .suppression)
        var item = KeptItem(.suppression, of: scope, law: term?.law ?? "")
        item.span = term?.span
        guard let since = try? Instant(parsing: tag.since + "T00:00:00Z") else { return item }
        let end = schedule.end(of: .suppression, from: since)
        item.from = since
        if schedule.isChosen(.destroySuppressions) { item.until = end } else { item.reviewOn = end }
        return item
    }
}
