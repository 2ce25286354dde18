/// Everything that a policy can know about a contact: the whole vocabulary of conditions.
///
/// The program knows facts, and the policies know the law. A fact that nobody told is unknown, which is a value
/// of its own: every comparison with it is false. ``definition`` says in words what each fact means.
public enum Fact: UInt8, Sendable, CaseIterable {
    // Of the row.

    /// What stands in the row where the address should.
    case rowAddress
    /// Whom the mailbox is for, as far as its name tells.
    case rowMailbox
    /// Where the contact came from, worked out from the file and the row.
    case rowOrigin
    /// The contact came from LinkedIn.
    case rowLinkedIn
    /// The person is on a LinkedIn list that the ledger remembers (source add).
    case rowInSource
    /// Somebody of this name is on a LinkedIn list that the ledger remembers (source add).
    case rowNameInSource
    /// The same address stood in an earlier row of this list.
    case rowRepeated
    /// The row has more or fewer cells than the header.
    case rowRagged
    /// The row tells where the contact came from.
    case rowSourceKnown
    /// The contact's country.
    case rowCountry
    /// The list itself tells the country; if false, it is taken from the controller.
    case rowCountryTold
    /// Whether a person (also a sole trader or a partnership) or a company has the mailbox.
    case rowSubscriber
    /// The person's age.
    case rowAge
    /// A parent or guardian agreed, and it was checked.
    case rowGuardianConsent
    /// The person works for the controller or depends on it.
    case rowEmployee
    /// The person reads the language in which they were asked.
    case rowReadsWording
    /// The address was put together from a name and a domain.
    case rowGuessed
    /// The address is a throw-away one.
    case rowDisposable
    /// Name and company of the row fit the person of the record.
    case rowIdentityFits
    /// Somebody else typed the address in.
    case rowEnteredByOther
    /// The contact comes from a prize draw.
    case rowContest
    /// The box for this mail was ticked on the form, sheet or entry from which the row comes.
    case rowBoxTicked
    /// The address was bought, rented or got from a broker.
    case rowBought
    /// The person published the address, or handed it over.
    case rowPublished
    /// Beside the published address stands that no advertising is wanted.
    case rowNoMailNote
    /// What the mail is about has to do with the person's work.
    case rowJobFits
    /// The person was told of the mail when the address was collected.
    case rowToldAtCollection
    /// The person could say no when the address was collected.
    case rowRefusalOffered
    /// The controller itself got the address from the person in a sale.
    case rowCustomer
    /// The mail is about own products like the one that was sold.
    case rowSimilarProduct
    /// The person supports the charity, or asked about it.
    case rowCharitySupporter
    /// The person is on a national list against advertising.
    case rowOnNationalList
    /// The person was told that the controller has their data (Art.
    case rowNoticeGiven
    /// The legal basis that is claimed.
    case rowBasis
    /// When the controller got the address.
    case rowCollectedAt
    /// When the address came into the controller's own files.
    case rowImportedAt
    /// When the person first got mail of this kind.
    case rowFirstMailedAt
    /// When the person last got mail of this kind.
    case rowLastMailedAt
    /// When the person last clicked, replied or ordered.
    case rowLastActionAt
    /// When the person last bought, or a contract with them ended.
    case rowLastPurchaseAt
    /// When the person last inquired.
    case rowInquiryAt

    // Of the subject.

    /// The person is on the do-not-mail list.
    case subjectSuppressed
    /// The person asked to be erased and has turned up again.
    case subjectErased
    /// The use of the person's data is restricted (Art.
    case subjectRestricted
    /// A request of the person waits for an answer.
    case subjectOpenRequest
    /// The person objected with another address of theirs.
    case subjectOtherAddressStopped
    /// When the person complained of mail.
    case subjectComplainedAt
    /// When mail to the address bounced for good.
    case subjectBouncedAt
    /// When the person last withdrew, refused or objected.
    case subjectLastStopAt

    // Of the record.

    /// What holds between the person and this purpose at the moment of the run.
    case recordState
    /// A yes stands that came after a stop.
    case recordIsReturn
    /// A yes and a stop contradict each other.
    case recordContradicted
    /// The person's own explicit opt-in stands.
    case recordExplicit
    /// How strong the evidence of the yes is.
    case recordGrade
    /// How the yes was given.
    case recordMethod
    /// The method is silence, or something else that is no yes (GDPR recital 32).
    case recordSilence
    /// When the yes was given, as somebody claims.
    case recordGivenAt
    /// When the ledger learnt of the yes.
    case recordRecordedAt
    /// The ledger holds the words that the person saw.
    case recordWordingKept
    /// What a look at the evidence found.
    case recordEvidence
    /// The same file also shows the yes of somebody else.
    case recordEvidenceShared
    /// What the evidence is.
    case recordEvidenceKind
    /// When the evidence was made.
    case recordEvidenceAt
    /// On which line, row or page of its evidence the person stands.
    case recordEvidenceLine
    /// The wording asks for this purpose.
    case recordPurposeCovered
    /// A yes stands for another purpose of this controller, and none for this one.
    case recordOtherPurpose
    /// The wording asks for this channel.
    case recordChannelCovered
    /// The yes was given to the controller that mails.
    case recordControllerMatches
    /// The record tells where the contact came from, or the person gave the address directly.
    case recordSourceKnown
    /// The yes was confirmed by a click in a mail.
    case recordConfirmed
    /// When the person asked to join, before the confirmation.
    case recordRequestedAt
    /// When the person clicked the confirmation.
    case recordConfirmedAt
    /// Link and address of the confirmation are those of the request.
    case recordConfirmationMatches
    /// A mail scanner may have clicked, and not the person.
    case recordByScanner
    /// The box for this mail was ticked.
    case recordBoxTicked
    /// The entry of the lead form is a trial of the platform.
    case recordTestLead
    /// Somebody else than the controller collected the yes.
    case recordThirdParty
    /// The yes was given to a company that the controller took over.
    case recordPredecessor
    /// When the yes ends, as was agreed.
    case recordExpiresAt

    // Of the wording.

    /// The box was ticked before the person came.
    case wordingPreTicked
    /// One box stood for this and for something else.
    case wordingBundled
    /// Without a yes there was no service.
    case wordingConditional
    /// The text names the controller.
    case wordingControllerNamed
    /// The text says that one can withdraw at any time.
    case wordingWithdrawalExplained
    /// The text says what the mail is about.
    case wordingTopicNamed
    /// The text speaks of partners or third parties without naming them.
    case wordingPartnersUnnamed
    /// The text gives an address or a number of the controller.
    case wordingContactGiven
    /// The text asks for the measuring of opens and clicks too.
    case wordingTrackingCovered
    /// The text is nothing but a link to a page, which can change.
    case wordingIsLink
    /// A later version of the wording says that purpose, controller, recipients or rights changed (material
    /// change.
    case wordingSuperseded
    /// When the text came into use.
    case wordingValidFrom

    // Of the list.

    /// The file is LinkedIn's own export of connections.
    case listLinkedInExport
    /// The list has columns that mail does not need.
    case listExcessColumns
    /// Of a hundred rows with an address, how many have a yes with evidence.
    case listCoverage
    /// Of a hundred yeses, how many share the busiest second; 0 for fewer than 20 in one second.
    case listSameSecond

    // Of the sending.

    /// Every mail has a way to stop that works in one step.
    case sendingOneStepStop
    /// Every mail has the headers of RFC 8058 for the one-click stop.
    case sendingOneClick
    /// Every mail names the sender and links to the privacy notice.
    case sendingSenderShown
    /// Every mail has the sender's postal address.
    case sendingPostalAddress
    /// There is a contract with the newsletter tool (Art.
    case sendingProcessorContract
    /// The newsletter tool keeps the data outside the EEA and the UK.
    case sendingOutsideEurope
    /// A transfer mechanism is on file (Art.
    case sendingTransferMechanism
    /// The register of processing has an entry for the mailing (Art.
    case sendingRegisterEntry
    /// The weighing of interests is on file (Art.
    case sendingInterestsWeighed
    /// The mailing asks for consent.
    case sendingAsksForConsent
    /// That somebody gets the mail reveals health, faith, politics or orientation (Art.
    case sendingSensitiveTopic
    /// The mail is for adults only.
    case sendingAdultTopic
    /// Opens and clicks are measured per person.
    case sendingTracking
    /// The mail that asks for the confirming click has offers or pictures in it.
    case sendingConfirmationHasAds
    /// The controller is a charity.
    case sendingIsCharity
    /// A spot check of the evidence found some that does not show the act.
    case sendingSampleFailed
    /// The newsletter tool holds addresses that no certificate covers.
    case sendingBypassed
    /// When the stops were last taken over from the newsletter tool.
    case sendingStopsSyncedAt
    /// Of ten thousand mails, how many are reported as spam.
    case sendingComplaints

    // Of the run.

    /// The moment for which the verdict is asked.
    case runNow
    /// It was said for which purpose the list is vetted.
    case runPurposeDeclared
    /// It was said who mails.
    case runControllerDeclared
    /// It was said by which channel.
    case runChannelDeclared
    /// The channel by which the contacts are mailed.
    case runChannel
}

extension Fact {
    /// The name under which policies ask for it, such as `row.address`.
    public var name: String { definition.name }

    /// What the fact's values are.
    public var type: FactType { definition.type }

    /// Where its value comes from.
    public var source: FactSource { definition.source }

    /// The fact of a name, nil if there is none.
    public init?(named name: some StringProtocol) {
        guard let fact = Self.byName[String(name)] else { return nil }
        self = fact
    }

    private static let byName = Dictionary(
        uniqueKeysWithValues: allCases.map { ($0.definition.name, $0) })

    /// Whether the fact is the same for every row of a list.
    public var isOfWholeList: Bool {
        switch definition.group {
        case .list, .sending, .run: true
        case .row, .subject, .record, .wording: false
        }
    }
}
