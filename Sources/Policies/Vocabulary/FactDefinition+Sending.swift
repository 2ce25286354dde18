extension FactDefinition {
    /// The facts of the sending, in the order of ``Fact``.
    static let ofSending = [
        FactDefinition(
            .sendingOneStepStop, "sending.oneStepStop", .boolean, from: .declared,
            "Every mail has a way to stop that works in one step.", unknown: undeclared),
        FactDefinition(
            .sendingOneClick, "sending.oneClick", .boolean, from: .declared,
            "Every mail has the headers of RFC 8058 for the one-click stop.", unknown: undeclared),
        FactDefinition(
            .sendingSenderShown, "sending.senderShown", .boolean, from: .declared,
            "Every mail names the sender and links to the privacy notice.", unknown: undeclared),
        FactDefinition(
            .sendingPostalAddress, "sending.postalAddress", .boolean, from: .declared,
            "Every mail has the sender's postal address.", unknown: undeclared),
        FactDefinition(
            .sendingProcessorContract, "sending.processorContract", .boolean, from: .declared,
            "There is a contract with the newsletter tool (Art. 28 GDPR).", unknown: undeclared),
        FactDefinition(
            .sendingOutsideEurope, "sending.outsideEurope", .boolean, from: .declared,
            "The newsletter tool keeps the data outside the EEA and the UK.", unknown: undeclared),
        FactDefinition(
            .sendingTransferMechanism, "sending.transferMechanism", .boolean, from: .declared,
            "A transfer mechanism is on file (Art. 44 to 49 GDPR).", unknown: undeclared),
        FactDefinition(
            .sendingRegisterEntry, "sending.registerEntry", .boolean, from: .declared,
            "The register of processing has an entry for the mailing (Art. 30 GDPR).", unknown: undeclared),
        FactDefinition(
            .sendingInterestsWeighed, "sending.interestsWeighed", .boolean, from: .declared,
            "The weighing of interests is on file (Art. 6(1)(f) GDPR).", unknown: undeclared),
        FactDefinition(
            .sendingAsksForConsent, "sending.asksForConsent", .boolean, from: .declared,
            "The mailing asks for consent.", unknown: undeclared),
        FactDefinition(
            .sendingSensitiveTopic, "sending.sensitiveTopic", .boolean, from: .declared,
            "That somebody gets the mail reveals health, faith, politics or orientation (Art. 9 GDPR).",
            unknown: undeclared),
        FactDefinition(
            .sendingAdultTopic, "sending.adultTopic", .boolean, from: .declared,
            "The mail is for adults only.", unknown: undeclared),
        FactDefinition(
            .sendingTracking, "sending.tracking", .boolean, from: .declared,
            "Opens and clicks are measured per person.", unknown: undeclared),
        FactDefinition(
            .sendingConfirmationHasAds, "sending.confirmationHasAds", .boolean, from: .declared,
            "The mail that asks for the confirming click has offers or pictures in it.", unknown: undeclared),
        FactDefinition(
            .sendingIsCharity, "sending.isCharity", .boolean, from: .declared, "The controller is a charity.",
            unknown: undeclared),
        FactDefinition(
            .sendingSampleFailed, "sending.sampleFailed", .boolean, from: .declared,
            "A spot check of the evidence found some that does not show the act.", unknown: undeclared),
        FactDefinition(
            .sendingBypassed, "sending.bypassed", .boolean, from: .declared,
            "The newsletter tool holds addresses that no certificate covers.", unknown: undeclared),
        FactDefinition(
            .sendingStopsSyncedAt, "sending.stopsSyncedAt", .time, from: .declared,
            "When the stops were last taken over from the newsletter tool.", unknown: undeclared),
        FactDefinition(
            .sendingComplaints, "sending.complaints", .number(.perTenThousand), from: .declared,
            "Of ten thousand mails, how many are reported as spam.", unknown: undeclared),
    ]
}
