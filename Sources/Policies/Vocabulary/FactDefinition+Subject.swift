extension FactDefinition {
    /// The facts of the subject, in the order of ``Fact``.
    static let ofSubject = [
        FactDefinition(
            .subjectSuppressed, "subject.suppressed", .boolean, from: .ledger,
            "The person is on the do-not-mail list.", unknown: withoutAddress),
        FactDefinition(
            .subjectErased, "subject.erased", .boolean, from: .column,
            "The person asked to be erased and has turned up again.", unknown: untoldByList),
        FactDefinition(
            .subjectRestricted, "subject.restricted", .boolean, from: .ledger,
            "The use of the person's data is restricted (Art. 18 GDPR).", unknown: withoutAddress),
        FactDefinition(
            .subjectOpenRequest, "subject.openRequest", .boolean, from: .ledger,
            "A request of the person waits for an answer.", unknown: withoutAddress),
        FactDefinition(
            .subjectOtherAddressStopped, "subject.otherAddressStopped", .boolean, from: .column,
            "The person objected with another address of theirs.", unknown: untoldByList),
        FactDefinition(
            .subjectComplainedAt, "subject.complainedAt", .time, from: .ledger,
            "When the person complained of mail.", unknown: "When no complaint is known."),
        FactDefinition(
            .subjectBouncedAt, "subject.bouncedAt", .time, from: .ledger,
            "When mail to the address bounced for good.", unknown: "When no bounce is known."),
        FactDefinition(
            .subjectLastStopAt, "subject.lastStopAt", .time, from: .ledger,
            "When the person last withdrew, refused or objected.", unknown: "When they never did."),
    ]
}
