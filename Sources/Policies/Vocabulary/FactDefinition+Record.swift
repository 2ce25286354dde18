extension FactDefinition {
    /// The facts of the record, in the order of ``Fact``.
    static let ofRecord = [
        FactDefinition(
            .recordState, "record.state", .name(.consentStates), from: .ledger,
            "What holds between the person and this purpose at the moment of the run.",
            unknown: withoutAddress),
        FactDefinition(
            .recordIsReturn, "record.isReturn", .boolean, from: .ledger,
            "A yes stands that came after a stop.", unknown: withoutAddress),
        FactDefinition(
            .recordContradicted, "record.contradicted", .boolean, from: .ledger,
            "A yes and a stop contradict each other: of the same moment, or without a time.",
            unknown: withoutAddress),
        FactDefinition(
            .recordExplicit, "record.explicit", .boolean, from: .ledger,
            "The person's own explicit opt-in stands: a yes of grade form or better, with its time and the words that the person saw.",
            unknown: withoutAddress),
        FactDefinition(
            .recordGrade, "record.grade", .name(.grades), from: .ledger,
            "How strong the evidence of the yes is.", unknown: withoutYes),
        FactDefinition(
            .recordMethod, "record.method", .name(.methods), from: .ledger, "How the yes was given.",
            unknown: "When no yes is recorded, or it was not told."),
        FactDefinition(
            .recordSilence, "record.silence", .boolean, from: .ledger,
            "The method is silence, or something else that is no yes (GDPR recital 32).", unknown: withoutYes),
        FactDefinition(
            .recordGivenAt, "record.givenAt", .time, from: .ledger,
            "When the yes was given, as somebody claims.",
            unknown: "When no yes is recorded, or its time was not told."),
        FactDefinition(
            .recordRecordedAt, "record.recordedAt", .time, from: .ledger,
            "When the ledger learnt of the yes.", unknown: withoutYes),
        FactDefinition(
            .recordWordingKept, "record.wordingKept", .boolean, from: .ledger,
            "The ledger holds the words that the person saw.", unknown: withoutYes),
        FactDefinition(
            .recordEvidence, "record.evidence", .name(.evidenceConditions), from: .ledger,
            "What a look at the evidence found.", unknown: withoutYes),
        FactDefinition(
            .recordEvidenceShared, "record.evidenceShared", .boolean, from: .ledger,
            "The same file also shows the yes of somebody else.",
            unknown: "When no yes is recorded, or it has no evidence."),
        FactDefinition(
            .recordEvidenceKind, "record.evidenceKind", .name(.evidenceKinds), from: .record,
            "What the evidence is.", unknown: untoldByRecord),
        FactDefinition(
            .recordEvidenceAt, "record.evidenceAt", .time, from: .record, "When the evidence was made.",
            unknown: untoldByRecord),
        FactDefinition(
            .recordEvidenceLine, "record.evidenceLine", .number(.lines), from: .record,
            "On which line, row or page of its evidence the person stands.", unknown: untoldByRecord),
        FactDefinition(
            .recordPurposeCovered, "record.purposeCovered", .boolean, from: .ledger,
            "The wording asks for this purpose.", unknown: withoutWording),
        FactDefinition(
            .recordOtherPurpose, "record.otherPurpose", .boolean, from: .ledger,
            "A yes stands for another purpose of this controller, and none for this one.",
            unknown: withoutAddress),
        FactDefinition(
            .recordChannelCovered, "record.channelCovered", .boolean, from: .ledger,
            "The wording asks for this channel.", unknown: withoutWording),
        FactDefinition(
            .recordControllerMatches, "record.controllerMatches", .boolean, from: .ledger,
            "The yes was given to the controller that mails.", unknown: withoutYes),
        FactDefinition(
            .recordSourceKnown, "record.sourceKnown", .boolean, from: .ledger,
            "The record tells where the contact came from, or the person gave the address directly.",
            unknown: withoutYes),
        FactDefinition(
            .recordConfirmed, "record.confirmed", .boolean, from: .ledger,
            "The yes was confirmed by a click in a mail: the mailbox answered, or the method is double opt-in.",
            unknown: withoutYes),
        FactDefinition(
            .recordRequestedAt, "record.requestedAt", .time, from: .ledger,
            "When the person asked to join, before the confirmation.",
            unknown: "When no request is recorded and none was told with the opt-in."),
        FactDefinition(
            .recordConfirmedAt, "record.confirmedAt", .time, from: .record,
            "When the person clicked the confirmation.", unknown: untoldByRecord),
        FactDefinition(
            .recordConfirmationMatches, "record.confirmationMatches", .boolean, from: .record,
            "Link and address of the confirmation are those of the request.", unknown: untoldByRecord),
        FactDefinition(
            .recordByScanner, "record.byScanner", .boolean, from: .record,
            "A mail scanner may have clicked, and not the person.", unknown: untoldByRecord),
        FactDefinition(
            .recordBoxTicked, "record.boxTicked", .boolean, from: .record,
            "The box for this mail was ticked.", unknown: untoldByRecord),
        FactDefinition(
            .recordTestLead, "record.testLead", .boolean, from: .record,
            "The entry of the lead form is a trial of the platform.", unknown: untoldByRecord),
        FactDefinition(
            .recordThirdParty, "record.thirdParty", .boolean, from: .record,
            "Somebody else than the controller collected the yes.", unknown: untoldByRecord),
        FactDefinition(
            .recordPredecessor, "record.predecessor", .boolean, from: .record,
            "The yes was given to a company that the controller took over.", unknown: untoldByRecord),
        FactDefinition(
            .recordExpiresAt, "record.expiresAt", .time, from: .record, "When the yes ends, as was agreed.",
            unknown: untoldByRecord),
    ]
}
