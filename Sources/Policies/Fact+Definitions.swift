extension Fact {
    /// What the fact means and when it is unknown.
    public var definition: FactDefinition { Self.definitions[index] }

    /// In the order of the cases, so that ``index`` finds a fact's own.
    static let definitions = ofRow + ofRecord + ofWording + ofRest

    private static let ofRow = [
        FactDefinition(.rowAddress, "What stands in the row where the address should."),
        FactDefinition(
            .rowMailbox, "Whom the mailbox is for, as far as its name tells.",
            unknown: "When the row has no valid address."),
        FactDefinition(.rowOrigin, "Where the contact came from, worked out from the file and the row."),
        FactDefinition(
            .rowLinkedIn,
            "The contact came from LinkedIn. Somebody who came through LinkedIn to a sign-up form did not."),
        FactDefinition(.rowRepeated, "The same address stood in an earlier row of this list."),
        FactDefinition(.rowRagged, "The row has more or fewer cells than the header."),
        FactDefinition(
            .rowSourceKnown,
            "The row tells where the contact came from: a source, a form, or a sign-up of its own."),
    ]

    private static let withoutAddress = "When the row has no valid address."
    private static let withoutYes = "When no yes is recorded."

    private static let ofRecord = [
        FactDefinition(
            .recordState, "What holds between the person and this purpose at the moment of the run.",
            unknown: withoutAddress),
        FactDefinition(.recordIsReturn, "A yes stands that came after a stop.", unknown: withoutAddress),
        FactDefinition(
            .recordExplicit,
            """
            The person's own explicit opt-in stands: a yes of grade form or better, with its time and the words \
            that the person saw.
            """,
            unknown: withoutAddress),
        FactDefinition(.recordGrade, "How strong the evidence of the yes is.", unknown: withoutYes),
        FactDefinition(
            .recordMethod, "How the yes was given.", unknown: "When no yes is recorded, or it was not told."),
        FactDefinition(
            .recordSilence, "The method is silence, or something else that is no yes (GDPR recital 32).",
            unknown: withoutYes),
        FactDefinition(
            .recordGivenAt, "When the yes was given, as somebody claims.",
            unknown: "When no yes is recorded, or its time was not told."),
        FactDefinition(.recordRecordedAt, "When the ledger learnt of the yes.", unknown: withoutYes),
        FactDefinition(
            .recordWordingKept, "The ledger holds the words that the person saw.", unknown: withoutYes),
        FactDefinition(.recordEvidence, "What a look at the evidence found.", unknown: withoutYes),
        FactDefinition(.recordPurposeCovered, "The wording asks for this purpose.", unknown: withoutWording),
        FactDefinition(
            .recordOtherPurpose,
            "A yes stands for another purpose of this controller, and none for this one.",
            unknown: withoutAddress),
        FactDefinition(.recordChannelCovered, "The wording asks for this channel.", unknown: withoutWording),
        FactDefinition(
            .recordControllerMatches, "The yes was given to the controller that mails.", unknown: withoutYes),
        FactDefinition(
            .recordSourceKnown,
            "The record tells where the contact came from, or the person gave the address directly.",
            unknown: withoutYes),
    ]

    private static let withoutWording = "When the words that the person saw are not kept."

    private static let ofWording = [
        FactDefinition(
            .wordingPreTicked, "The box was ticked before the person came.", unknown: withoutWording),
        FactDefinition(
            .wordingBundled, "One box stood for this and for something else.", unknown: withoutWording),
        FactDefinition(.wordingConditional, "Without a yes there was no service.", unknown: withoutWording),
        FactDefinition(.wordingControllerNamed, "The text names the controller.", unknown: withoutWording),
        FactDefinition(
            .wordingWithdrawalExplained, "The text says that one can withdraw at any time.",
            unknown: withoutWording),
        FactDefinition(
            .wordingValidFrom, "When the text came into use.",
            unknown: "When the words are not kept, or nobody told since when they are in use."),
    ]

    private static let ofRest = [
        FactDefinition(
            .subjectSuppressed, "The person is on the do-not-mail list.", unknown: withoutAddress),
        FactDefinition(.listLinkedInExport, "The file is LinkedIn's own export of connections."),
        FactDefinition(.runNow, "The moment for which the verdict is asked."),
        FactDefinition(.runPurposeDeclared, "It was said for which purpose the list is vetted."),
        FactDefinition(.runControllerDeclared, "It was said who mails."),
        FactDefinition(.runChannelDeclared, "It was said by which channel."),
        FactDefinition(
            .rowNameInSource,
            "Somebody of this name is on a LinkedIn list that the ledger remembers (`source add`)."),
    ]
}
