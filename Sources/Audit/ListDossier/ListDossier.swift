import CanonicalJSON
import Consent
import Cryptography
public import Ledger
import MerkleLog

/// Everything about one vetted list: its certificate, the policy, a sample of its people looked at again, and what others
/// need to check it.
///
/// Addresses are shortened, and no record of a person is opened to its reader. Who let held rows pass is named.
public struct ListDossier: Sendable {
    static let format = "consentgate-list-dossier/v1"

    /// The name of this dossier: 16 random bytes, 32 hexadecimal digits.
    let id: String
    let notes: DossierNotes
    let madeAt: Instant
    let trail: ListTrail
    let controller: Controller?
    /// The receipt that opens the record of the certificate.
    let receipt: TransparencyProof
    /// The adoption of the policy by which was vetted, where it was an adopted one.
    let adoption: (rid: RecordID, index: UInt64, receipt: TransparencyProof)?
    let sample: ListSample
    /// What was released of the held rows of this list.
    let releases: [SubjectRecord]
    let declarations: [(name: String, declaration: Declaration)]
    /// Addresses on the do-not-mail list today.
    let suppressionCount: UInt64
    let wordings: [SubjectDossier.ShownWording]

    /// Gathers what a ledger holds about a vetting.
    ///
    /// The evidence of the sample is opened and hashed again.
    ///
    /// - Parameters:
    ///   - name: The run: 32 hexadecimal digits, or the first six or more of them.
    ///   - ledger: The ledger that has it.
    /// - Throws: ``AuditError/Code/unknownRun``, or `LedgerError` where a record cannot be opened.
    public init(run name: String, in ledger: Ledger) throws {
        try self.init(run: name, in: ledger, notes: DossierNotes())
    }

    package init(run name: String, in ledger: Ledger, notes: DossierNotes) throws {
        self.notes = notes
        id = Hex.encode(try SystemRandom().bytes(16))
        madeAt = ledger.now
        let trail = try ListTrail(run: name, in: ledger)
        self.trail = trail
        controller = ledger.controller
        receipt = try ledger.receipt(of: trail.run)
        let used = trail.record["policy"]?["sha256"]?.text
        adoption = try ledger.adoptedPolicies
            .last { $0.sha256 == used && $0.index < trail.index }
            .map { ($0.rid, $0.index, try ledger.receipt(of: $0.rid)) }
        let sample = try ListSample(of: trail, in: ledger)
        self.sample = sample
        releases = try ledger.releaseRecords().filter { $0.release?.terms?.run == trail.run }
        let purpose = trail.record["purpose"]?.text.flatMap { Purpose($0) } ?? .newsletter
        declarations = try ledger.openKnowledge(asOf: AsOf(trail.recordedAt)).declarations(for: purpose)
            .sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        suppressionCount = try ledger.suppressionCount()
        wordings = try SubjectDossier.wordings(
            named: Set(sample.items.compactMap { $0.yes?.wording }), in: ledger)
    }

    /// The name of the run.
    public var run: RecordID { trail.run }

    /// How many accepted rows were drawn and looked at again.
    public var sampleSize: Int { sample.items.count }

    /// How many of them do not hold.
    public var sampleFailures: Int { sample.failures }

    /// What is certified, in words.
    var statement: String {
        let accepted = trail.record["accepted"]?.number ?? 0
        let purpose = trail.record["purpose"]?.text ?? "?"
        let policy = trail.record["policy"]?["id"]?.text ?? "?"
        let known = sample.population
        let people =
            accepted == 1 ? "1 row of the list was" : "\(accepted) rows of the list were"
        let records =
            UInt64(clamping: accepted) == known
            ? "each of them with a person of whom something is on record"
            : "\(known) of them with a person of whom something is on record"
        return
            "This certifies that on \(trail.recordedAt.day) \(people) accepted for \(purpose) by the policy "
            + "\(policy), \(records). It does not certify that a consent is legally valid in every country."
    }

    /// What the certificate counts by rule, the most frequent first.
    var rules: [(id: String, count: Int64)] { Self.counts(trail.record["rules"]) }

    /// What it counts by origin.
    var origins: [(id: String, count: Int64)] { Self.counts(trail.record["origins"]) }

    /// Rows that pass because a hold was released, by rule.
    var releasedRules: [(id: String, count: Int64)] { Self.counts(trail.record["releases"]) }

    private static func counts(_ json: JSONValue?) -> [(id: String, count: Int64)] {
        (json?.members ?? []).compactMap { member in member.value.number.map { (member.name, $0) } }
            .sorted { ($1.1, $0.0) < ($0.1, $1.0) }
    }

    /// The files that the vetting wrote, and the list itself, with their digests.
    var files: [(name: String, words: String, sha256: String, bytes: Int64)] {
        var found: [(String, String, String, Int64)] = []
        func add(_ name: String, _ json: JSONValue?) {
            guard let sha256 = json?["sha256"]?.text else { return }
            found.append((name, ListFileWords.words(for: name), sha256, json?["bytes"]?.number ?? 0))
        }
        add("list", trail.record["list"])
        for output in trail.record["outputs"]?.members ?? [] { add(output.name, output.value) }
        return found
    }

    /// What is missing, named plainly.
    var gaps: [DossierGap] {
        var gaps: [DossierGap] = []
        if notes.policyFiles.isEmpty {
            gaps.append(
                DossierGap(
                    "no-policy-text",
                    "The files of the policy by which was vetted are no longer at hand; adopting a policy keeps them in the log."
                ))
        }
        if trail.record["outputs"] == nil {
            gaps.append(
                DossierGap(
                    "no-outputs",
                    "The accepted rows went to another program, and no digest of them was taken."))
        }
        let accepted = UInt64(clamping: trail.record["accepted"]?.number ?? 0)
        if sample.population < accepted {
            gaps.append(
                DossierGap(
                    "strangers",
                    "\(accepted - sample.population) accepted rows have nobody of whom something is on record, or somebody who "
                        + "was erased since; they cannot be sampled."))
        }
        if trail.record["controller"] == nil {
            gaps.append(DossierGap("no-controller", "No controller was named when the list was vetted."))
        }
        if declarations.isEmpty {
            gaps.append(
                DossierGap(
                    "no-declarations",
                    "Nothing was declared of the sending: the contract with the newsletter tool, the way to stop, the sender."
                ))
        }
        gaps.append(
            DossierGap(
                "no-sendings",
                "This ledger sends no mail. What was sent to whom, and what came back, only the newsletter tool can say."
            ))
        return gaps
    }
}
