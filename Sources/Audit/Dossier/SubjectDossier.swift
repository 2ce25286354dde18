import CanonicalJSON
public import Consent
import Cryptography
public import Ledger
import MerkleLog

/// Everything that a ledger holds about one person, with what others need to check it.
///
/// Made for whoever may see personal data: the person, an auditor, a court.
public struct SubjectDossier: Sendable {
    /// One record, and what was found of its evidence.
    struct Entry: Sendable {
        let record: SubjectRecord
        let receipt: TransparencyProof
        let conditions: [EvidenceCondition]

        /// The hash under which the record lies in the tree of the log.
        var leafHash: Digest? {
            receipt.extra.flatMap { Commitment.parts(of: $0) }.map {
                TreeHash.leaf(Commitment.leaf(opening: $0.opening, record: $0.record))
            }
        }
    }

    /// A wording that a record names.
    struct ShownWording: Sendable {
        let wording: Wording
        let rid: RecordID
        let index: UInt64
        let publishedAt: Instant
        let record: JSONValue
        let receipt: TransparencyProof
    }

    /// What holds for one purpose.
    struct PurposeState: Sendable {
        let purpose: Purpose
        let standing: Standing
        let reason: String
        /// What is recorded beside a yes and a stop, a sentence each.
        let circumstances: [String]
    }

    static let format = "consentgate-subject-dossier/v1"

    /// The name of this dossier: 16 random bytes, 32 hexadecimal digits.
    let id: String
    let address: EmailAddress
    /// By what the vault finds the person, 32 hexadecimal digits.
    let lookup: String
    let notes: DossierNotes
    let madeAt: Instant
    let controller: Controller?
    let verifierKey: VerifierKey
    let checkpoint: VerifiedCheckpoint
    let entries: [Entry]
    let wordings: [ShownWording]
    let states: [PurposeState]
    let vettings: [SubjectListing]
    let suppressions: [(scope: Purpose, tag: Suppression)]
    let declarations: [(purpose: Purpose, name: String, declaration: Declaration)]

    /// Gathers what a ledger holds about an address; nothing, for somebody unknown.
    ///
    /// Every sealed copy of evidence is opened and hashed again.
    ///
    /// - Throws: `LedgerError` where a record cannot be opened.
    public init(of address: EmailAddress, in ledger: Ledger) throws {
        try self.init(of: address, in: ledger, notes: DossierNotes())
    }

    package init(of address: EmailAddress, in ledger: Ledger, notes: DossierNotes) throws {
        self.address = address
        self.notes = notes
        let asOf = notes.asOf
        id = Hex.encode(try SystemRandom().bytes(16))
        lookup = Hex.encode(ledger.lookupKey(of: address))
        madeAt = ledger.now
        verifierKey = ledger.verifierKey
        checkpoint = try ledger.verifierKey.verified(ledger.cosignedCheckpoint, origin: ledger.origin)
        let knowledge = try asOf.map { try ledger.openKnowledge(asOf: $0) } ?? ledger.openKnowledge
        controller = knowledge.controller
        entries = try ledger.history(of: address)
            .filter { record in asOf.map { $0.includes(record.event) } ?? true }
            .map { record in
                Entry(
                    record: record, receipt: try ledger.receipt(of: record.rid),
                    conditions: try ledger.evidence(of: record.rid).map(\.condition))
            }
        let events = entries.map(\.record.event)
        wordings = try Self.wordings(named: Set(events.compactMap(\.wording)), in: ledger)
        states = Self.states(of: events, known: ledger.purposes)
        vettings = try ledger.vettings(of: address)
            .filter { found in asOf.map { found.record.recordedAt <= $0.moment } ?? true }
            .map { try SubjectListing($0.record, $0.row, receipt: ledger.receipt(of: $0.record.rid)) }
        suppressions = try ledger.suppressions(of: address)
            .filter { found in asOf.map { found.tag.since <= $0.moment.day } ?? true }
        declarations = Set(events.map(\.purpose)).subtracting([.everything]).sorted().flatMap { purpose in
            knowledge.declarations(for: purpose).sorted { $0.key < $1.key }
                .map { (purpose, $0.key, $0.value) }
        }
    }

    /// Whether nothing is recorded.
    public var isEmpty: Bool { entries.isEmpty }

    private static func states(of events: [SubjectEvent], known: [Purpose]) -> [PurposeState] {
        guard !events.isEmpty else { return [] }
        let purposes = Set(known).union(events.map(\.purpose)).subtracting([.everything]).sorted()
        return purposes.compactMap { purpose in
            let standing = Standing(of: events, for: purpose)
            let circumstances = CircumstanceWords.sentences(
                Circumstances(of: events, for: purpose), standing)
            guard standing.state != .none || !circumstances.isEmpty else { return nil }
            return PurposeState(
                purpose: purpose, standing: standing,
                reason: StandingReason.words(standing, among: events, for: purpose),
                circumstances: circumstances)
        }
    }

    static func wordings(
        named references: Set<WordingReference>, in ledger: Ledger
    ) throws -> [ShownWording] {
        guard !references.isEmpty else { return [] }
        return try ledger.openRecords(.wordingPublished).compactMap { open in
            guard let id = open["wording"]?["id"]?.text, let version = open["wording"]?["version"]?.number,
                let reference = WordingReference(id: id, version: Int(clamping: version)),
                references.contains(reference), let wording = ledger.wording(reference)
            else { return nil }
            return ShownWording(
                wording: wording, rid: open.rid, index: open.index, publishedAt: open.recordedAt,
                record: open.json, receipt: try ledger.receipt(of: open.rid))
        }
    }
}
