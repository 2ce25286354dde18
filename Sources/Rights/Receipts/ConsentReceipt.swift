import CanonicalJSON
import Consent
public import Ledger
import MerkleLog

/// What a person is handed of one yes, no or wish of theirs, in a form of its own or one that others made.
///
/// Nothing is invented: a form that must say what nobody told is refused, with what to tell. What the forms of others
/// have no place for, which record a record takes the place of and how it is proven, goes into members of our own.
///
/// Personal data.
public struct ConsentReceipt: Sendable {
    /// The act.
    let record: SubjectRecord
    /// The yes that the act is, ends or declines to be; nil where none was recorded before.
    let consent: SubjectRecord?
    /// What the person saw when saying that yes.
    let wording: Wording?
    /// Whether the person had said yes before, and it stood.
    let isRenewal: Bool
    /// The act for the same purpose that came before, whose place this one takes.
    let supersedes: RecordID?
    let controller: Controller?
    let terms: NoticeTerms
    let proof: TransparencyProof
    let verifierKey: VerifierKey
    let madeAt: Instant

    /// Gathers what a receipt of one record says.
    ///
    /// - Parameters:
    ///   - rid: The record of a yes, a wish to join, or a stop.
    ///   - ledger: The ledger that holds it.
    /// - Throws: `LedgerError` where there is no such record, or ``RightsError/Code/unfit`` where it tells of something else.
    public init(of rid: RecordID, in ledger: Ledger) throws {
        guard let record = try ledger.subjectRecord(rid) else {
            // Open records have proofs too, and tell of nobody.
            _ = try ledger.receipt(of: rid)
            throw Self.unfit("This record is about no person")
        }
        guard Self.isOfConsent(record.event.kind) else {
            throw Self.unfit("A record of the kind \"\(record.event.kind.rawValue)\" tells of no consent")
        }
        let earlier = try ledger.history(of: record.address).filter { other in
            other.index < record.index && Self.isOfConsent(other.event.kind)
                && (other.event.purpose == record.event.purpose || other.event.purpose == .everything
                    || record.event.purpose == .everything)
        }
        self.record = record
        supersedes = earlier.last?.rid
        isRenewal = record.event.kind == .given && earlier.last?.event.kind == .given
        let isOwn = record.event.kind == .given || record.event.kind == .requested
        consent = isOwn ? record : earlier.last { $0.event.kind == .given }
        wording = consent?.event.wording.flatMap { ledger.wording($0) }
        controller = ledger.controller
        let purpose = record.event.purpose
        terms = NoticeTerms(
            of: purpose == .everything ? consent?.event.purpose ?? .newsletter : purpose, in: ledger)
        proof = try ledger.receipt(of: rid)
        verifierKey = ledger.verifierKey
        madeAt = ledger.now
    }

    /// Whether a record of some kind is one of a consent or of its end.
    private static func isOfConsent(_ kind: EventKind) -> Bool {
        kind.isStop || kind == .given || kind == .requested
    }

    static func unfit(_ what: String) -> RightsError {
        RightsError(
            .unfit, "\(what), and has no receipt in this form.",
            hint: "The proof that it lies in the log is given for every record: --form tlog-proof")
    }

    /// The places where one withdraws, the nearest first.
    var withdrawalPlaces: [String] {
        [terms.withdrawAt, controller?[.email].map { "mailto:\($0)" }].compactMap { $0 }
    }

    /// Whether the text that was shown says how one withdraws.
    var isWithdrawalExplained: Bool { wording?.checklist.withdrawalExplained ?? false }

    /// When the yes ceases to count, where that was told with it.
    var validUntil: String? { consent?.told["expiresAt"] }

    /// Refuses a form that must say what nobody told.
    func require(_ wanted: [ReceiptLack], for form: ReceiptForm) throws(RightsError) {
        let lacks = wanted.filter(isLacking)
        guard !lacks.isEmpty else { return }
        throw RightsError(
            .untold,
            "A receipt of the form \(form.rawValue) says what nobody told: "
                + lacks.map(\.words).joined(separator: "; ") + ".",
            hint: ReceiptLack.cure(lacks, purpose: record.event.purpose))
    }

    private func isLacking(_ lack: ReceiptLack) -> Bool {
        switch lack {
        case .controller: controller == nil
        case .country: controller?.country == nil
        case .detail(let detail): controller?[detail] == nil
        case .anyContact:
            [Controller.Detail.email, .phone, .address, .url].allSatisfy { controller?[$0] == nil }
        case .notice(.recipients): terms.recipients == nil
        case .notice(.storedIn): terms.storedIn == nil
        case .notice(.retention): terms.retention == nil
        case .notice(.withdrawAt): terms.withdrawAt == nil
        case .notice(.sensitive): terms.isSensitive == true && terms.sensitiveCategories == nil
        case .sensitivity: terms.isSensitive == nil
        case .withdrawal: withdrawalPlaces.isEmpty && !isWithdrawalExplained
        case .wording: wording == nil
        case .time: record.event.occurredAt == nil
        }
    }
}
