import CanonicalJSON
public import Consent
import Cryptography
public import Ledger
public import Policies

/// Everything that a ledger holds about one person, for that person.
///
/// Art. 15 and 20 GDPR. Left out are other people, among them who of the controller released a row and files that show acts of somebody
/// else, and the keys. What a person is told of the do-not-mail list and of registered lists is told to them alone: the
/// answer of the command looks the same for somebody unknown.
///
/// Personal data.
public struct SubjectExport: Sendable {
    /// One record, and the files that show it.
    struct Entry: Sendable {
        let record: SubjectRecord
        let files: [File]
    }

    /// A file that shows an act.
    struct File: Sendable {
        /// What becomes of it.
        enum Fate: String {
            /// It lies in the folder.
            case enclosed
            /// It shows an act of somebody else, too.
            case shared
            /// The ledger has its digest alone.
            case elsewhere
            /// Its copy does not open.
            case lost
        }

        let evidence: Evidence
        let fate: Fate
        let content: [UInt8]

        /// Where it lies within the folder.
        var name: String {
            let isPlain =
                (1...10).contains(evidence.kind.utf8.count)
                && evidence.kind.utf8.allSatisfy { (48...57).contains($0) || (97...122).contains($0) }
            return "evidence/\(evidence.digest.hex).\(isPlain ? evidence.kind : "bin")"
        }
    }

    /// What holds for one purpose, and what was declared of it.
    struct PurposeState: Sendable {
        let purpose: Purpose
        let standing: Standing
        let terms: NoticeTerms
    }

    /// A list in which the person stood when it was vetted.
    struct Vetting: Sendable {
        let run: RecordID
        let at: Instant
        let purpose: String
        let verdict: Verdict
        let rules: [String]
        /// Why, as whoever brought the list was told; nil where no rule of that name is known.
        let reason: String?
    }

    let address: EmailAddress
    let madeAt: Instant
    let controller: Controller?
    let entries: [Entry]
    let wordings: [Wording]
    let purposes: [PurposeState]
    let vettings: [Vetting]
    let suppressions: [(scope: Purpose, tag: Suppression)]
    let sources: [KeptSource]
    let requests: [SubjectRequest]
    /// The request that is answered.
    let answered: SubjectRequest?
    /// How long what is kept is kept, by the schedule that is in force; empty where nobody told.
    let kept: [KeptItem]
    let words: Words

    /// Gathers what is held about an address; nothing, for somebody unknown.
    ///
    /// - Parameters:
    ///   - address: Whom.
    ///   - ledger: The ledger that holds it.
    ///   - request: The request that this answers, if there is one.
    ///   - language: The language of the letter.
    ///   - kept: How long what is kept of the person is kept, as `PersonRetention` tells.
    /// - Throws: `LedgerError`, or ``RightsError/Code/otherRequest``.
    public init(
        of address: EmailAddress, in ledger: Ledger, answering request: RecordID? = nil,
        language: Language = .english, kept: [KeptItem] = []
    ) throws {
        words = try Words.of(language)
        self.kept = kept
        self.address = address
        madeAt = ledger.now
        controller = ledger.controller
        requests = try ledger.requests(of: address)
        answered = try request.map { try Self.request($0, of: address, in: ledger) }
        let shared = try ledger.evidenceShared(by: address)
        entries = try ledger.history(of: address).map { record in
            Entry(
                record: record,
                files: try ledger.evidence(of: record.rid).map { Self.file($0, isShared: shared) })
        }
        let events = entries.map(\.record.event)
        let references = Set(events.compactMap(\.wording))
        wordings = ledger.wordings.filter { references.contains($0.reference) }
        purposes = Self.purposes(of: events, in: ledger)
        vettings = try Self.vettings(of: address, in: ledger, language)
        suppressions = try ledger.suppressions(of: address)
        sources = try ledger.sources(with: address)
    }

    /// Whether nothing at all is held.
    public var isEmpty: Bool {
        entries.isEmpty && vettings.isEmpty && suppressions.isEmpty && sources.isEmpty
    }

    /// The open requests for a copy, the most urgent first.
    public var openRequests: [SubjectRequest] {
        requests.filter { $0.isOpen && Self.asksForCopy($0) }.sorted { $0.dueOn < $1.dueOn }
    }

    private static func asksForCopy(_ request: SubjectRequest) -> Bool {
        request.kind == .access || request.kind == .portability || request.kind == nil
    }

    private static func request(
        _ rid: RecordID, of address: EmailAddress, in ledger: Ledger
    ) throws -> SubjectRequest {
        let request = try ledger.request(rid)
        guard request.address == address, asksForCopy(request) else {
            throw RightsError(
                .otherRequest, "This request is not one of this person for a copy of their data.",
                hint: "Look at: consentgate request list")
        }
        return request
    }

    private static func file(
        _ examined: Ledger.ExaminedEvidence, isShared shared: Set<ContentDigest>
    ) -> File {
        let evidence = examined.evidence
        if shared.contains(evidence.digest) { return File(evidence: evidence, fate: .shared, content: []) }
        if let content = examined.content {
            return File(evidence: evidence, fate: .enclosed, content: content)
        }
        return File(
            evidence: evidence, fate: examined.condition == .hashOnly ? .elsewhere : .lost, content: [])
    }

    private static func purposes(of events: [SubjectEvent], in ledger: Ledger) -> [PurposeState] {
        guard !events.isEmpty else { return [] }
        let named = Set(events.map(\.purpose))
        let concerned = named.contains(.everything) ? named.union(ledger.purposes) : named
        return concerned.subtracting([.everything]).sorted().map { purpose in
            PurposeState(
                purpose: purpose, standing: Standing(of: events, for: purpose),
                terms: NoticeTerms(of: purpose, in: ledger))
        }
    }

    private static func vettings(
        of address: EmailAddress, in ledger: Ledger, _ language: Language
    ) throws -> [Vetting] {
        let found = try ledger.vettings(of: address)
        guard !found.isEmpty else { return [] }
        let policy = try ShippedPolicies.policy(named: ShippedPolicies.defaultName, language: language)
        return found.map { record, row in
            Vetting(
                run: record.rid, at: record.recordedAt, purpose: record["purpose"]?.text ?? "",
                verdict: row.verdict, rules: row.rules,
                reason: row.rules.first.flatMap { id in policy.rules.first { $0.id == id }?.reason })
        }
    }
}
