public import Consent
import Cryptography
import Database

extension Ledger {
    /// A state of what is recorded of people: as long as it stays the same, nobody else has written there.
    package struct RecordState: Hashable, Sendable {
        let vault: Int64
        let suppression: Int64
    }

    /// The state of what is recorded of people now.
    ///
    /// It tells of other programs and other ledger values of this one, and not of what this value itself writes.
    package func recordState() throws -> RecordState {
        try translating {
            let query = "PRAGMA data_version"
            return RecordState(
                vault: try vault.connection.integer(query) ?? 0,
                suppression: try suppression.connection.integer(query) ?? 0)
        }
    }

    /// What the ledger knows of many contacts at once, in their order.
    ///
    /// One query for every 256 addresses. The record of a standing yes is opened, and its evidence hashed again, so that
    /// one which was lost or changed keeps the contact out today and not at the next verification.
    ///
    /// - Parameters:
    ///   - addresses: Whom it is asked of; somebody may stand there twice.
    ///   - purpose: For what.
    ///   - asOf: Later events are passed over, and releases count as they did then; nil for now. Evidence is looked at as
    ///     it lies here today.
    public func standings(
        of addresses: [EmailAddress], for purpose: Purpose, asOf: AsOf? = nil
    ) throws -> [SubjectStanding] {
        guard !addresses.isEmpty else { return [] }
        return try translating {
            let anySuppressed = try !suppression.isEmpty()
            let hashKinds = anySuppressed ? try suppression.hashKinds() : []
            let inquiry = try inquiry()
            let question = Question(purpose: purpose, asOf: asOf)
            var result: [SubjectStanding] = []
            result.reserveCapacity(addresses.count)
            let hasher = addressHasher
            for start in stride(from: 0, to: addresses.count, by: VaultInquiry.batchSize) {
                let batch = addresses[start..<min(start + VaultInquiry.batchSize, addresses.count)]
                // One view of the vault for all that is asked of a batch, whatever is recorded or erased meanwhile. The
                // do-not-mail list is read after it, and so an erasure in between keeps its people out.
                try vault.connection.beginSnapshot()
                defer { vault.connection.endSnapshot() }
                let lookups = batch.map { hasher.lookup(of: $0) }
                let events = try inquiry.events(of: lookups)
                for (address, lookup) in zip(batch, lookups) {
                    let known = events[lookup] ?? []
                    let tag =
                        anySuppressed
                        ? try suppression.suppression(of: address, for: purpose, hashKinds: hashKinds) : nil
                    let subject = Subject(lookup: lookup, known: known, suppression: tag)
                    result.append(
                        known.isEmpty && tag == nil ? .unknown : try standing(subject, question, inquiry))
                }
            }
            return result
        }
    }

    /// What is asked of the vault, compiled once for as long as this ledger is open.
    func inquiry() throws -> VaultInquiry {
        if let keptInquiry { return keptInquiry }
        let made = try VaultInquiry(vault)
        keptInquiry = made
        return made
    }

    /// What the vault says of a subject by itself, without the do-not-mail list.
    func bareStanding(
        _ lookup: [UInt8], _ known: [VaultInquiry.Known], for purpose: Purpose, _ inquiry: VaultInquiry
    ) throws -> SubjectStanding {
        try standing(
            Subject(lookup: lookup, known: known, suppression: nil), Question(purpose: purpose, asOf: nil),
            inquiry)
    }

    /// What is asked of every subject.
    private struct Question {
        let purpose: Purpose
        let asOf: AsOf?
    }

    /// What one look at the vault and the do-not-mail list gave.
    private struct Subject {
        let lookup: [UInt8]
        let known: [VaultInquiry.Known]
        let suppression: Suppression?
    }

    private func standing(
        _ subject: Subject, _ question: Question, _ inquiry: VaultInquiry
    ) throws -> SubjectStanding {
        let purpose = question.purpose
        let known = subject.known.filter { known in
            question.asOf.map { $0.includes(known.event) } ?? true
        }
        let events = known.map(\.event)
        let standing = Standing(of: events, for: purpose)
        let others = Set(events.map(\.purpose)).subtracting([purpose, .everything])
        let decisiveRow = known.first { $0.event == standing.decisive }?.row
        let yes =
            standing.state == .given
            ? try decisiveRow.flatMap { try inquiry.row($0) }.map { row in
                try look(at: row, subject, question, inquiry)
            } : nil
        let isSuppressed = isSuppressed(subject, standing, question)
        return SubjectStanding(
            standing: standing, isSuppressed: isSuppressed,
            isErased: isSuppressed && subject.suppression?.reason == .erased,
            agreedToOtherPurpose: others.contains { Standing(of: events, for: $0).state == .given },
            controllerThen: standing.decisive.flatMap { registry.controller(at: $0.sequence) },
            evidence: yes?.evidence ?? .none, told: yes?.told ?? [:],
            circumstances: Circumstances(of: events, for: purpose), isEvidenceShared: yes?.isShared,
            releases: try releases(subject, events, question, inquiry), hasRecords: !known.isEmpty)
    }

    /// What the record of a standing yes says, and what shows it.
    struct Yes: Hashable {
        let told: [String: String]
        let evidence: EvidenceCondition
        let isShared: Bool?
    }

    private func look(
        at row: VaultStore.Row, _ subject: Subject, _ question: Question, _ inquiry: VaultInquiry
    ) throws -> Yes {
        try look(at: row, of: subject.lookup, until: question.asOf, inquiry)
    }

    /// Opens the record of a yes and hashes its evidence again.
    func look(
        at row: VaultStore.Row, of lookup: [UInt8], until asOf: AsOf?, _ inquiry: VaultInquiry
    ) throws -> Yes {
        let key = try threadKey(of: row)
        let told = try told(in: row, key)
        guard row.event.evidenceCount > 0 else { return Yes(told: told, evidence: .none, isShared: nil) }
        let files = try examine(inquiry.evidence(ofEvent: row.id), rid: row.rid, key: key)
        let conditions = Set(files.map(\.condition))
        let gravestFirst: [EvidenceCondition] = [.altered, .unreadable, .intact, .hashOnly]
        let isShared = try files.contains { file in
            try inquiry.showsOther(file.evidence.digest, than: lookup, until: asOf)
        }
        return Yes(
            told: told, evidence: gravestFirst.first { conditions.contains($0) } ?? .unreadable,
            isShared: isShared)
    }

    private func releases(
        _ subject: Subject, _ events: [SubjectEvent], _ question: Question, _ inquiry: VaultInquiry
    ) throws -> [Release] {
        guard events.contains(where: { $0.kind == .released }) else { return [] }
        let records = try inquiry.rowsOfReleases(subject.lookup).filter { row in
            question.asOf.map { $0.includes(row.event) } ?? true
        }.map { try opened($0) }
        return ReleaseHistory(of: records, among: events)
            .inForce(for: question.purpose, at: question.asOf?.moment ?? now)
    }

    /// Whether the do-not-mail list keeps a subject out.
    ///
    /// The list knows days and not when it learnt them. For a moment of the past a tag is passed over where the vault can
    /// say that it came later: its day is later, or every objection of the subject was learnt later.
    private func isSuppressed(_ subject: Subject, _ standing: Standing, _ question: Question) -> Bool {
        guard let since = subject.suppression?.since else { return false }
        if let asOf = question.asOf {
            let objections = subject.known.filter { known in
                known.event.kind == .objected
                    && (known.event.purpose == question.purpose || known.event.purpose == .everything)
            }
            let wasKnown = objections.contains { asOf.includes($0.event) }
            if !wasKnown, !objections.isEmpty || since > asOf.moment.day { return false }
        }
        return !Self.returned(standing, afterDay: since)
    }

    /// Whether a yes stands that the person gave on a later day than that of the suppression.
    ///
    /// The do-not-mail list knows days only, so that its tags cannot be joined to the times in the log.
    static func returned(_ standing: Standing, afterDay day: String) -> Bool {
        guard standing.state == .given, let decisive = standing.decisive, decisive.grade >= .form,
            let occurredAt = decisive.occurredAt
        else { return false }
        return occurredAt.day > day
    }
}
