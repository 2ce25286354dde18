package import Consent
package import Ledger
package import Policies

/// The facts that hold for a whole run, and those that the ledger adds for one contact.
///
/// The one place where what the ledger knows becomes what a policy asks. A fact that nobody can know stays unknown; a
/// policy must be able to keep a contact out for that.
package struct RunFacts {
    /// The facts of the run alone, for every row to begin with.
    package let common: Facts
    private let purpose: Purpose
    private let controller: Controller?
    private let wordings: [WordingReference: Wording]

    /// The facts of a run.
    ///
    /// - Parameters:
    ///   - ledger: Whose controller and wordings count.
    ///   - purpose: What the mail is for.
    ///   - now: The moment at which everything is judged.
    ///   - declared: What was declared for this list.
    package init(ledger: Ledger, purpose: Purpose, now: Instant, declared: ToldFacts? = nil) {
        var facts = Facts()
        facts.set(.runNow, to: now)
        facts.set(.runPurposeDeclared, to: true)
        facts.set(.runChannelDeclared, to: true)
        facts.set(.runControllerDeclared, to: ledger.controller != nil)
        Self.fill(&facts, declared: ledger.declarations(for: purpose), and: declared)
        common = facts
        self.purpose = purpose
        controller = ledger.controller
        wordings = Dictionary(ledger.wordings.map { ($0.reference, $0) }) { first, _ in first }
    }

    /// Adds what the ledger knows of a contact whose address is valid.
    package func fill(_ facts: inout Facts, with subject: SubjectStanding) {
        let standing = subject.standing
        Self.fill(&facts, circumstancesOf: subject)
        facts.set(.subjectSuppressed, to: subject.isSuppressed)
        facts.set(.recordState, name: standing.state.rawValue)
        facts.set(.recordOtherPurpose, to: standing.state == .none && subject.agreedToOtherPurpose)
        facts.set(.recordIsReturn, to: standing.isReturn)
        facts.set(.recordExplicit, to: isExplicit(standing))
        guard standing.state == .given, let event = standing.decisive else { return }
        facts.set(.recordGrade, name: event.grade.name)
        facts.set(.recordMethod, name: event.method?.rawValue)
        facts.set(.recordSilence, to: event.method?.isSilence ?? false)
        facts.set(.recordGivenAt, to: event.occurredAt)
        facts.set(.recordRecordedAt, to: event.recordedAt)
        facts.set(.recordEvidence, name: subject.evidence.rawValue)
        facts.set(.recordSourceKnown, to: event.hasSource || event.method?.isDirect ?? false)
        // A ledger has one controller; a record from before it was named belongs to the same.
        facts.set(
            .recordControllerMatches, to: subject.controllerThen.map { $0.name == controller?.name } ?? true)
        let wording = event.wording.flatMap { wordings[$0] }
        facts.set(.recordWordingKept, to: wording != nil)
        if let wording { fill(&facts, with: wording) }
    }

    private func fill(_ facts: inout Facts, with wording: Wording) {
        facts.set(.recordPurposeCovered, to: wording.purposes.contains(purpose))
        facts.set(.recordChannelCovered, to: wording.channels.contains(.email))
        facts.set(.wordingPreTicked, to: wording.checklist.preTicked)
        facts.set(.wordingBundled, to: wording.checklist.bundled)
        facts.set(.wordingConditional, to: wording.checklist.conditional)
        facts.set(.wordingControllerNamed, to: wording.checklist.controllerNamed)
        facts.set(.wordingWithdrawalExplained, to: wording.checklist.withdrawalExplained)
        facts.set(.wordingValidFrom, to: wording.validFrom)
    }

    /// Whether a yes stands that is the person's own explicit opt-in (law 2): a form or better, with its time and with
    /// the words that the person saw.
    private func isExplicit(_ standing: Standing) -> Bool {
        guard standing.state == .given, let event = standing.decisive else { return false }
        return event.grade >= .form && event.occurredAt != nil
            && event.wording.map { wordings[$0] != nil } ?? false
    }
}
