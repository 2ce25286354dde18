extension FactDefinition {
    /// The facts of the wording, in the order of ``Fact``.
    static let ofWording = [
        FactDefinition(
            .wordingPreTicked, "wording.preTicked", .boolean, from: .wording,
            "The box was ticked before the person came.", unknown: withoutWording),
        FactDefinition(
            .wordingBundled, "wording.bundled", .boolean, from: .wording,
            "One box stood for this and for something else.", unknown: withoutWording),
        FactDefinition(
            .wordingConditional, "wording.conditional", .boolean, from: .wording,
            "Without a yes there was no service.", unknown: withoutWording),
        FactDefinition(
            .wordingControllerNamed, "wording.controllerNamed", .boolean, from: .wording,
            "The text names the controller.", unknown: withoutWording),
        FactDefinition(
            .wordingWithdrawalExplained, "wording.withdrawalExplained", .boolean, from: .wording,
            "The text says that one can withdraw at any time.", unknown: withoutWording),
        FactDefinition(
            .wordingTopicNamed, "wording.topicNamed", .boolean, from: .wording,
            "The text says what the mail is about.", unknown: untoldByWording),
        FactDefinition(
            .wordingPartnersUnnamed, "wording.partnersUnnamed", .boolean, from: .wording,
            "The text speaks of partners or third parties without naming them.", unknown: untoldByWording),
        FactDefinition(
            .wordingContactGiven, "wording.contactGiven", .boolean, from: .wording,
            "The text gives an address or a number of the controller.", unknown: untoldByWording),
        FactDefinition(
            .wordingTrackingCovered, "wording.trackingCovered", .boolean, from: .wording,
            "The text asks for the measuring of opens and clicks too.", unknown: untoldByWording),
        FactDefinition(
            .wordingIsLink, "wording.isLink", .boolean, from: .ledger,
            "The text is nothing but a link to a page, which can change.", unknown: withoutWording),
        FactDefinition(
            .wordingSuperseded, "wording.superseded", .boolean, from: .ledger,
            "A later version of the wording says that purpose, controller, recipients or rights changed (`material change: true`).",
            unknown: withoutWording),
        FactDefinition(
            .wordingValidFrom, "wording.validFrom", .time, from: .wording, "When the text came into use.",
            unknown: "When the words are not kept, or nobody told since when they are in use."),
    ]
}
