public import Consent
import Cryptography
import Database

/// What the ledger knows of one contact of a list, for one purpose.
public struct SubjectStanding: Sendable {
    /// What holds for the purpose.
    public let standing: Standing
    /// Whether the person is on the do-not-mail list, and came back by no act of a later day.
    public let isSuppressed: Bool
    /// Whether a yes stands for another purpose.
    public let agreedToOtherPurpose: Bool
    /// The controller when the deciding event was recorded.
    public let controllerThen: Controller?
    /// What a look at the evidence of the deciding event found.
    public let evidence: EvidenceCondition

    /// Nothing is known.
    public static let unknown = SubjectStanding(
        standing: .none, isSuppressed: false, agreedToOtherPurpose: false, controllerThen: nil,
        evidence: .none)
}

extension Ledger {
    /// What the ledger knows of many contacts at once, in their order.
    ///
    /// One query for every 256 addresses. The evidence of a standing yes is opened and hashed again for each, so that
    /// a copy which was lost or changed keeps the contact out today and not at the next verification.
    public func standings(of addresses: [EmailAddress], for purpose: Purpose) throws -> [SubjectStanding] {
        try translating {
            let anySuppressed = try !suppression.isEmpty()
            let statement = try vault.connection.prepare(VaultStore.batchQuery)
            var result: [SubjectStanding] = []
            result.reserveCapacity(addresses.count)
            var mac = HMACSHA256(key: keys.lookup)
            for start in stride(from: 0, to: addresses.count, by: VaultStore.batchSize) {
                let batch = addresses[start..<min(start + VaultStore.batchSize, addresses.count)]
                var lookups: [[UInt8]] = []
                for address in batch {
                    lookups.append(Array(mac.authenticate(Array(address.normalized.utf8)).bytes.prefix(16)))
                }
                let events = try eventsBySubject(lookups, statement)
                for (address, lookup) in zip(batch, lookups) {
                    let known = events[lookup] ?? []
                    let since = anySuppressed ? try suppression.suppressedSince(address, for: purpose) : nil
                    result.append(
                        known.isEmpty && since == nil
                            ? .unknown : try standing(known, for: purpose, suppressedSince: since))
                }
            }
            return result
        }
    }

    private typealias Known = (row: Int64, event: SubjectEvent)

    private func eventsBySubject(_ lookups: [[UInt8]], _ statement: borrowing Statement) throws -> [[UInt8]:
        [Known]]
    {
        defer { statement.reset() }
        for (offset, lookup) in lookups.enumerated() { try statement.bind(Int32(offset + 1), lookup) }
        var found: [[UInt8]: [Known]] = [:]
        while try statement.step() {
            let event = try VaultStore.event(statement, position: 2, from: 3)
            found[statement.bytes(0), default: []].append((statement.integer(1), event))
        }
        return found
    }

    private func standing(
        _ known: [Known], for purpose: Purpose, suppressedSince: String?
    ) throws -> SubjectStanding {
        let events = known.map(\.event)
        let standing = Standing(of: events, for: purpose)
        let others = Set(events.map(\.purpose)).subtracting([purpose, .everything])
        let decisiveRow = known.first { $0.event == standing.decisive }?.row
        return SubjectStanding(
            standing: standing,
            isSuppressed: suppressedSince.map { !Self.returned(standing, afterDay: $0) } ?? false,
            agreedToOtherPurpose: others.contains { Standing(of: events, for: $0).state == .given },
            controllerThen: standing.decisive.flatMap { registry.controller(at: $0.sequence) },
            evidence: standing.state == .given ? try decisiveRow.map(evidenceCondition) ?? .none : .none)
    }

    /// Whether a yes stands that the person gave on a later day than that of the suppression.
    ///
    /// The do-not-mail list knows days only, so that its tags cannot be joined to the times in the log.
    private static func returned(_ standing: Standing, afterDay day: String) -> Bool {
        guard standing.state == .given, let decisive = standing.decisive, decisive.grade >= .form,
            let occurredAt = decisive.occurredAt
        else { return false }
        return occurredAt.day > day
    }

    /// The gravest condition among the files of an event.
    private func evidenceCondition(ofRow row: Int64) throws -> EvidenceCondition {
        guard let stored = try vault.rows("WHERE e.id = ?1", { try $0.bind(1, row) }).first else {
            return .none
        }
        guard stored.event.evidenceCount > 0 else { return .none }
        let conditions = Set(
            try examine(evidenceOf: row, rid: stored.rid, key: threadKey(of: stored)).map(\.condition))
        let gravestFirst: [EvidenceCondition] = [.altered, .unreadable, .intact, .hashOnly]
        return gravestFirst.first { conditions.contains($0) } ?? .unreadable
    }
}
