package import Consent
package import Ledger
package import Policies

/// The facts that hold for a whole run, and those that the ledger adds for one contact.
///
/// The one place where what the ledger knows becomes what a policy asks. A fact that nobody can know stays unknown; a
/// policy must be able to keep a contact out for that.
package struct RunFacts {
    /// The facts of the run alone.
    package let common: Facts
    /// The controller's country, where policies know it.
    let ownCountry: String?
    private let purpose: Purpose
    private let controller: Controller?
    private let wordings: [WordingReference: Wording]
    /// By wording, the last version that says that something of weight changed.
    private let materialChanges: [String: Int]

    /// The facts of a run.
    ///
    /// - Parameters:
    ///   - ledger: Whose controller and wordings count.
    ///   - purpose: What the mail is for.
    ///   - now: The moment at which everything is judged.
    ///   - declared: What was declared for this list.
    ///   - knowledge: What the open records say; nil for what they say now.
    package init(
        ledger: Ledger, purpose: Purpose, now: Instant, declared: ToldFacts? = nil,
        knowledge: OpenKnowledge? = nil
    ) {
        let knowledge = knowledge ?? ledger.openKnowledge
        var facts = Facts()
        facts.set(.runNow, to: now)
        facts.set(.runPurposeDeclared, to: true)
        facts.set(.runChannelDeclared, to: true)
        facts.set(.runChannel, name: Channel.email.rawValue)
        facts.set(.runControllerDeclared, to: knowledge.controller != nil)
        Self.fill(&facts, declared: knowledge.declarations(for: purpose), and: declared)
        common = facts
        self.purpose = purpose
        controller = knowledge.controller
        ownCountry = knowledge.controller?.country.flatMap { Country.codes.contains($0) ? $0 : nil }
        wordings = Dictionary(knowledge.wordings.map { ($0.reference, $0) }) { first, _ in first }
        materialChanges = Dictionary(
            knowledge.wordings.filter { $0.checklist.materialChange == true }
                .map { ($0.reference.id, $0.reference.version) }, uniquingKeysWith: max)
    }

    // MARK: The row

    /// The facts of a row of which a list tells nothing but an address that is valid.
    ///
    /// What the list and the ledger tell of a row is set over them, so that there is one place that knows which facts
    /// a row has.
    package func bareRow(of list: ListFacts = ListFacts(), mailbox: Mailbox? = nil) -> Facts {
        var facts = common
        list.fill(&facts)
        facts.set(.rowAddress, name: AddressForm.valid.rawValue)
        facts.set(.rowMailbox, name: mailbox?.rawValue)
        facts.set(.rowOrigin, name: Origin.unknown.rawValue)
        for fact in [
            Fact.rowLinkedIn, .rowInSource, .rowNameInSource, .rowRepeated, .rowRagged, .rowSourceKnown,
        ] {
            facts.set(fact, to: false)
        }
        // A country that was declared for all contacts of the list was told.
        let isDeclared = facts.isKnown(.rowCountry)
        if !isDeclared { facts.set(.rowCountry, name: ownCountry) }
        facts.set(.rowCountryTold, to: facts.isKnown(.rowCountry) ? isDeclared : nil)
        return facts
    }

    // MARK: The ledger

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
        facts.set(.recordConfirmed, to: event.method == .doubleOptIn || event.grade == .mailboxProven)
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
        let list = wording.checklist
        facts.set(.recordPurposeCovered, to: wording.purposes.contains(purpose))
        facts.set(.recordChannelCovered, to: wording.channels.contains(.email))
        facts.set(.wordingPreTicked, to: list.preTicked)
        facts.set(.wordingBundled, to: list.bundled)
        facts.set(.wordingConditional, to: list.conditional)
        facts.set(.wordingControllerNamed, to: list.controllerNamed)
        facts.set(.wordingWithdrawalExplained, to: list.withdrawalExplained)
        facts.set(.wordingTopicNamed, to: list.topicNamed)
        facts.set(.wordingPartnersUnnamed, to: list.partnersUnnamed)
        facts.set(.wordingContactGiven, to: list.contactGiven)
        facts.set(.wordingTrackingCovered, to: list.trackingCovered)
        facts.set(.wordingIsLink, to: wording.isLink)
        let changed = materialChanges[wording.reference.id] ?? 0
        facts.set(.wordingSuperseded, to: changed > wording.reference.version)
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
