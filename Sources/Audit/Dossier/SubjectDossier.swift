import CanonicalJSON
public import Consent
public import Ledger
import MerkleLog

/// Everything that a ledger holds about one person, with what others need to check it.
///
/// Made for whoever may see personal data: the person, an auditor, a court. Whether the address stands on the
/// do-not-mail list is left out: that list knows no persons, only keyed tags.
public struct SubjectDossier: Sendable {
    /// One record, and what was found of its evidence.
    struct Entry: Sendable {
        let record: SubjectRecord
        let receipt: TransparencyProof
        let conditions: [EvidenceCondition]
    }

    /// A wording that a record names.
    struct ShownWording: Sendable {
        let wording: Wording
        let rid: RecordID
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

    static let format = "consentgate-dossier/v1"
    static let dataName = "dossier.json"
    static let pageName = "dossier.html"
    static let guideName = "VERIFY.md"
    static let sumsName = "SHA256SUMS"

    let address: EmailAddress
    let madeAt: Instant
    let controller: Controller?
    let verifierKey: VerifierKey
    let checkpoint: VerifiedCheckpoint
    let entries: [Entry]
    let wordings: [ShownWording]
    let states: [PurposeState]
    /// What the do-not-mail list says of the address for all mail.
    let suppression: Suppression?

    /// Gathers what a ledger holds about an address; nothing, for somebody unknown.
    ///
    /// Every sealed copy of evidence is opened and hashed again.
    ///
    /// - Throws: `LedgerError` where a record cannot be opened.
    public init(of address: EmailAddress, in ledger: Ledger) throws {
        self.address = address
        madeAt = ledger.now
        controller = ledger.controller
        verifierKey = ledger.verifierKey
        checkpoint = try ledger.verifierKey.verified(ledger.cosignedCheckpoint, origin: ledger.origin)
        entries = try ledger.history(of: address).map { record in
            Entry(
                record: record, receipt: try ledger.receipt(of: record.rid),
                conditions: try ledger.evidence(of: record.rid).map(\.condition))
        }
        let events = entries.map(\.record.event)
        wordings = try Self.wordings(named: Set(events.compactMap(\.wording)), in: ledger)
        states = Self.states(of: events, known: ledger.purposes)
        suppression = try ledger.suppression(of: address, for: .everything)
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

    private static func wordings(
        named references: Set<WordingReference>, in ledger: Ledger
    ) throws -> [ShownWording] {
        guard !references.isEmpty else { return [] }
        return try ledger.openRecords(.wordingPublished).compactMap { open in
            guard let id = open["wording"]?["id"]?.text, let version = open["wording"]?["version"]?.number,
                let reference = WordingReference(id: id, version: Int(clamping: version)),
                references.contains(reference), let wording = ledger.wording(reference)
            else { return nil }
            return ShownWording(
                wording: wording, rid: open.rid, record: open.json, receipt: try ledger.receipt(of: open.rid))
        }
    }
}
