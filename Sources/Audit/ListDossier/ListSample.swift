import CanonicalJSON
import Consent
import Cryptography
import Ledger
import MerkleLog

/// Some accepted rows of a list, drawn by the certificate itself and looked at again.
///
/// The rows with the smallest SHA-256 over the seed, a blank and the number of the row; the seed is the SHA-256 of the
/// certificate's record. Nobody can choose them, and whoever has the accepted list can draw them again.
struct ListSample: Sendable {
    /// One accepted row, and what a look at its person's record found.
    struct Item: Sendable {
        let row: UInt64
        let subject: String
        /// The yes by which the row was accepted; nil where another basis was.
        let yes: SubjectEvent?
        let rid: RecordID?
        let leafHash: String?
        let conditions: [EvidenceCondition]
        /// What holds today.
        let stateNow: ConsentState
        /// What is wrong; empty where the row holds.
        let problems: [String]
    }

    let seed: String
    /// Accepted rows with somebody of whom something is on record.
    let population: UInt64
    let items: [Item]

    /// How many of them do not hold.
    var failures: Int { items.count { !$0.problems.isEmpty } }

    /// 30 of at most 500 rows, 80 of at most 10,000, 150 of more.
    static func size(of population: UInt64) -> Int {
        population <= 500 ? 30 : population <= 10_000 ? 80 : 150
    }

    /// Whatever is drawn, no more is kept than the largest sample has.
    private static let greatest = 150

    init(of trail: ListTrail, in ledger: Ledger) throws {
        let seed = SHA256.digest(of: trail.record.record).hex
        var drawn: [(draw: Digest, row: UInt64, key: [UInt8])] = []
        var count: UInt64 = 0
        var rows = Set<UInt64>()
        try ledger.forEachAccepted(in: trail.run) { key, row in
            count += 1
            let draw = SHA256.digest(of: Array("\(seed) \(row)".utf8))
            if drawn.count == Self.greatest, let worst = drawn.last, draw > worst.draw { return }
            guard rows.insert(row).inserted else { return }
            let place = drawn.firstIndex { draw < $0.draw } ?? drawn.count
            drawn.insert((draw, row, key), at: place)
            if drawn.count > Self.greatest { rows.remove(drawn.removeLast().row) }
        }
        self.seed = seed
        population = count
        let purpose = trail.record["purpose"]?.text.flatMap { Purpose($0) } ?? .newsletter
        items = try drawn.prefix(Self.size(of: count)).sorted { $0.row < $1.row }.compactMap { drawn in
            try Self.item(drawn.row, drawn.key, trail.index, purpose, ledger)
        }
    }

    private static func item(
        _ row: UInt64, _ key: [UInt8], _ index: UInt64, _ purpose: Purpose, _ ledger: Ledger
    ) throws -> Item? {
        let records = try ledger.records(ofSubject: key)
        guard let address = records.first?.address else { return nil }
        // By the place in the log, which tells before and after also within one second.
        let then = Standing(of: records.filter { $0.index < index }.map(\.event), for: purpose)
        let now = Standing(of: records.map(\.event), for: purpose)
        guard then.state == .given, let yes = then.decisive,
            let record = records.first(where: { $0.event == yes })
        else {
            let problem =
                then.state == .none || then.state == .requested
                ? [] : ["the recorded state was \(then.state.rawValue)"]
            return Item(
                row: row, subject: address.shortened, yes: nil, rid: nil, leafHash: nil, conditions: [],
                stateNow: now.state, problems: problem)
        }
        let conditions = try ledger.evidence(of: record.rid).map(\.condition)
        let problems = conditions.filter { $0 == .altered || $0 == .unreadable }.map {
            "evidence \($0.rawValue)"
        }
        return Item(
            row: row, subject: address.shortened, yes: yes, rid: record.rid,
            leafHash: try ledger.receipt(of: record.rid).leafHash, conditions: conditions,
            stateNow: now.state, problems: problems)
    }
}

extension ListSample.Item {
    /// What shows the yes, in plain words.
    var evidenceWords: String {
        guard yes != nil else { return "accepted on another basis than a recorded yes" }
        guard !conditions.isEmpty else { return "no evidence recorded" }
        return conditions.map(\.rawValue).joined(separator: ", ")
    }

    var json: JSONValue {
        .object(of: [
            "row": .integer(Int64(clamping: row)), "subject": .string(subject),
            "index": yes.map { .integer($0.sequence) }, "rid": rid.map { .string($0.description) },
            "leafHash": leafHash.map { .string($0) },
            "occurredAt": yes?.occurredAt.map { .string($0.description) },
            "recordedAt": yes.map { .string($0.recordedAt.description) },
            "grade": yes.map { .string($0.grade.name) },
            "method": yes?.method.map { .string($0.rawValue) },
            "wording": yes?.wording.map { .string($0.description) },
            "evidence": .array(conditions.map { .string($0.rawValue) }),
            "stateNow": .string(stateNow.rawValue), "holds": .boolean(problems.isEmpty),
            "problems": problems.isEmpty ? nil : .array(problems.map { .string($0) }),
        ])
    }
}
