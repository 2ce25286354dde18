extension FactDefinition {
    /// The facts of the row, in the order of ``Fact``.
    static let ofRow = [
        FactDefinition(
            .rowAddress, "row.address", .name(.addressForms), from: .list,
            "What stands in the row where the address should."),
        FactDefinition(
            .rowMailbox, "row.mailbox", .name(.mailboxes), from: .list,
            "Whom the mailbox is for, as far as its name tells.", unknown: withoutAddress),
        FactDefinition(
            .rowOrigin, "row.origin", .name(.origins), from: .list,
            "Where the contact came from, worked out from the file and the row."),
        FactDefinition(
            .rowLinkedIn, "row.linkedin", .boolean, from: .list,
            "The contact came from LinkedIn. Somebody who came through LinkedIn to a sign-up form did not."),
        FactDefinition(
            .rowInSource, "row.inSource", .boolean, from: .ledger,
            "The person is on a LinkedIn list that the ledger remembers (`source add`): the same address or profile."
        ),
        FactDefinition(
            .rowNameInSource, "row.nameInSource", .boolean, from: .ledger,
            "Somebody of this name is on a LinkedIn list that the ledger remembers (`source add`)."),
        FactDefinition(
            .rowRepeated, "row.repeated", .boolean, from: .list,
            "The same address stood in an earlier row of this list."),
        FactDefinition(
            .rowRagged, "row.ragged", .boolean, from: .list,
            "The row has more or fewer cells than the header."),
        FactDefinition(
            .rowSourceKnown, "row.sourceKnown", .boolean, from: .list,
            "The row tells where the contact came from: a source, a form, or a sign-up of its own."),
        FactDefinition(
            .rowCountry, "row.country", .name(.countries), from: .column,
            "The contact's country: as the list tells it, and else that of the controller.",
            unknown: "When neither the list nor the controller names a country."),
        FactDefinition(
            .rowCountryTold, "row.countryTold", .boolean, from: .list,
            "The list itself tells the country; if false, it is taken from the controller.",
            unknown: "When no country is known."),
        FactDefinition(
            .rowSubscriber, "row.subscriber", .name(.subscribers), from: .column,
            "Whether a person (also a sole trader or a partnership) or a company has the mailbox.",
            unknown: untoldByList),
        FactDefinition(
            .rowAge, "row.age", .number(.years), from: .column, "The person's age.", unknown: untoldByList),
        FactDefinition(
            .rowGuardianConsent, "row.guardianConsent", .boolean, from: .column,
            "A parent or guardian agreed, and it was checked.", unknown: untoldByList),
        FactDefinition(
            .rowEmployee, "row.employee", .boolean, from: .column,
            "The person works for the controller or depends on it.", unknown: untoldByList),
        FactDefinition(
            .rowReadsWording, "row.readsWording", .boolean, from: .column,
            "The person reads the language in which they were asked.", unknown: untoldByList),
        FactDefinition(
            .rowGuessed, "row.guessed", .boolean, from: .column,
            "The address was put together from a name and a domain.", unknown: untoldByList),
        FactDefinition(
            .rowDisposable, "row.disposable", .boolean, from: .column, "The address is a throw-away one.",
            unknown: untoldByList),
        FactDefinition(
            .rowIdentityFits, "row.identityFits", .boolean, from: .column,
            "Name and company of the row fit the person of the record.", unknown: untoldByList),
        FactDefinition(
            .rowEnteredByOther, "row.enteredByOther", .boolean, from: .column,
            "Somebody else typed the address in.", unknown: untoldByList),
        FactDefinition(
            .rowContest, "row.contest", .boolean, from: .column, "The contact comes from a prize draw.",
            unknown: untoldByList),
        FactDefinition(
            .rowBoxTicked, "row.boxTicked", .boolean, from: .column,
            "The box for this mail was ticked on the form, sheet or entry from which the row comes.",
            unknown: untoldByList),
        FactDefinition(
            .rowBought, "row.bought", .boolean, from: .column,
            "The address was bought, rented or got from a broker.", unknown: untoldByList),
        FactDefinition(
            .rowPublished, "row.published", .boolean, from: .column,
            "The person published the address, or handed it over.", unknown: untoldByList),
        FactDefinition(
            .rowNoMailNote, "row.noMailNote", .boolean, from: .column,
            "Beside the published address stands that no advertising is wanted.", unknown: untoldByList),
        FactDefinition(
            .rowJobFits, "row.jobFits", .boolean, from: .column,
            "What the mail is about has to do with the person's work.", unknown: untoldByList),
        FactDefinition(
            .rowToldAtCollection, "row.toldAtCollection", .boolean, from: .column,
            "The person was told of the mail when the address was collected.", unknown: untoldByList),
        FactDefinition(
            .rowRefusalOffered, "row.refusalOffered", .boolean, from: .column,
            "The person could say no when the address was collected.", unknown: untoldByList),
        FactDefinition(
            .rowCustomer, "row.customer", .boolean, from: .column,
            "The controller itself got the address from the person in a sale.", unknown: untoldByList),
        FactDefinition(
            .rowSimilarProduct, "row.similarProduct", .boolean, from: .column,
            "The mail is about own products like the one that was sold.", unknown: untoldByList),
        FactDefinition(
            .rowCharitySupporter, "row.charitySupporter", .boolean, from: .column,
            "The person supports the charity, or asked about it.", unknown: untoldByList),
        FactDefinition(
            .rowOnNationalList, "row.onNationalList", .boolean, from: .column,
            "The person is on a national list against advertising.", unknown: untoldByList),
        FactDefinition(
            .rowNoticeGiven, "row.noticeGiven", .boolean, from: .column,
            "The person was told that the controller has their data (Art. 14 GDPR).", unknown: untoldByList),
        FactDefinition(
            .rowBasis, "row.basis", .name(.legalBases), from: .column, "The legal basis that is claimed.",
            unknown: untoldByList),
        FactDefinition(
            .rowCollectedAt, "row.collectedAt", .time, from: .column, "When the controller got the address.",
            unknown: untoldByList),
        FactDefinition(
            .rowImportedAt, "row.importedAt", .time, from: .column,
            "When the address came into the controller's own files.", unknown: untoldByList),
        FactDefinition(
            .rowFirstMailedAt, "row.firstMailedAt", .time, from: .column,
            "When the person first got mail of this kind.", unknown: untoldByList),
        FactDefinition(
            .rowLastMailedAt, "row.lastMailedAt", .time, from: .column,
            "When the person last got mail of this kind.", unknown: untoldByList),
        FactDefinition(
            .rowLastActionAt, "row.lastActionAt", .time, from: .column,
            "When the person last clicked, replied or ordered. Opening a mail is no action.",
            unknown: untoldByList),
        FactDefinition(
            .rowLastPurchaseAt, "row.lastPurchaseAt", .time, from: .column,
            "When the person last bought, or a contract with them ended.", unknown: untoldByList),
        FactDefinition(
            .rowInquiryAt, "row.inquiryAt", .time, from: .column, "When the person last inquired.",
            unknown: untoldByList),
    ]
}
