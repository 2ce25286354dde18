import Consent
import Ledger

extension SubjectAct {
    /// A yes on a web form with a file that shows it, or another act of the same person.
    static func sample(
        _ kind: EventKind = .given, _ address: String = "ada@example.org", for purpose: Purpose = .newsletter,
        at time: String? = nil, method: CollectionMethod? = nil, evidence: [EvidenceFile] = []
    ) throws -> SubjectAct {
        var act = SubjectAct(kind, address: try EmailAddress(parsing: address), purpose: purpose)
        act.occurredAt = try time.map { try Instant(parsing: $0) }
        act.method = method
        act.evidence = evidence
        return act
    }

    /// A yes of the grade `form`: by web form, with a file.
    static func form(
        _ address: String = "ada@example.org", for purpose: Purpose = .newsletter, at time: String
    ) throws -> SubjectAct {
        try sample(
            .given, address, for: purpose, at: time, method: .webForm, evidence: [.text("form \(time)")])
    }
}

extension EventKind {
    /// What is recorded as an act; releases have their own way in.
    static let ofActs = allCases.filter { $0 != .released && $0 != .releaseConfirmed }
}

extension SubjectAct.EvidenceFile {
    /// A sealed text.
    static func text(_ text: String, keeping: Evidence.Keeping = .sealed) -> SubjectAct.EvidenceFile {
        SubjectAct.EvidenceFile(bytes: Array(text.utf8), kind: "txt", keeping: keeping)
    }
}

/// The error of a ledger that a body ends with, or nil.
func ledgerError(_ body: () throws -> Void) -> LedgerError? {
    do {
        try body()
        return nil
    } catch {
        return error as? LedgerError
    }
}
