/// Everything that a policy can know about a contact: the whole vocabulary of conditions.
///
/// The program knows facts, and the policies know the law. A fact that nobody told is unknown, which is a value
/// of its own: every comparison with it is false. ``definition`` says in words what each fact means.
public enum Fact: String, Sendable, CaseIterable {
    /// What stands where the row's address should.
    case rowAddress = "row.address"
    /// Whom the mailbox is for, by its name.
    case rowMailbox = "row.mailbox"
    /// Where the contact came from.
    case rowOrigin = "row.origin"
    /// The origin is LinkedIn.
    case rowLinkedIn = "row.linkedin"
    /// The address stood in an earlier row.
    case rowRepeated = "row.repeated"
    /// The row has more or fewer cells than the header.
    case rowRagged = "row.ragged"
    /// The row tells where the contact came from.
    case rowSourceKnown = "row.sourceKnown"
    /// What holds between the person and the purpose.
    case recordState = "record.state"
    /// A yes stands that came after a stop.
    case recordIsReturn = "record.isReturn"
    /// The person's own explicit opt-in stands.
    case recordExplicit = "record.explicit"
    /// How strong the evidence of the yes is.
    case recordGrade = "record.grade"
    /// How the yes was given.
    case recordMethod = "record.method"
    /// The method is silence or something else that is no yes.
    case recordSilence = "record.silence"
    /// When the yes was given, as somebody claims.
    case recordGivenAt = "record.givenAt"
    /// When the ledger learnt of the yes.
    case recordRecordedAt = "record.recordedAt"
    /// The ledger holds the words that the person saw.
    case recordWordingKept = "record.wordingKept"
    /// What a look at the evidence found.
    case recordEvidence = "record.evidence"
    /// The wording asks for this purpose.
    case recordPurposeCovered = "record.purposeCovered"
    /// A yes stands for another purpose, and none for this one.
    case recordOtherPurpose = "record.otherPurpose"
    /// The wording asks for this channel.
    case recordChannelCovered = "record.channelCovered"
    /// The yes was given to the controller that mails.
    case recordControllerMatches = "record.controllerMatches"
    /// The record tells where the contact came from.
    case recordSourceKnown = "record.sourceKnown"
    /// The box was ticked before the person came.
    case wordingPreTicked = "wording.preTicked"
    /// One box stood for this and for something else.
    case wordingBundled = "wording.bundled"
    /// Without a yes there was no service.
    case wordingConditional = "wording.conditional"
    /// The text names the controller.
    case wordingControllerNamed = "wording.controllerNamed"
    /// The text says that one can withdraw at any time.
    case wordingWithdrawalExplained = "wording.withdrawalExplained"
    /// When the text came into use.
    case wordingValidFrom = "wording.validFrom"
    /// The person is on the do-not-mail list.
    case subjectSuppressed = "subject.suppressed"
    /// The file is LinkedIn's own export.
    case listLinkedInExport = "list.linkedinExport"
    /// The moment for which the verdict is asked.
    case runNow = "run.now"
    /// It was said for which purpose the list is vetted.
    case runPurposeDeclared = "run.purposeDeclared"
    /// It was said who mails.
    case runControllerDeclared = "run.controllerDeclared"
    /// It was said by which channel.
    case runChannelDeclared = "run.channelDeclared"
    /// Somebody of this name is listed in a registered source.
    case rowNameInSource = "row.nameInSource"

    /// What the fact's values are.
    public var type: FactType {
        switch self {
        case .rowAddress: .name(.addressForms)
        case .rowMailbox: .name(.mailboxes)
        case .rowOrigin: .name(.origins)
        case .recordState: .name(.consentStates)
        case .recordGrade: .name(.grades)
        case .recordMethod: .name(.methods)
        case .recordEvidence: .name(.evidenceConditions)
        case .recordGivenAt, .recordRecordedAt, .wordingValidFrom, .runNow: .time
        default: .boolean
        }
    }

    /// Whether the fact is the same for every row of a list.
    public var isOfWholeList: Bool {
        switch self {
        case .listLinkedInExport, .runNow, .runPurposeDeclared, .runControllerDeclared, .runChannelDeclared:
            true
        default: false
        }
    }
}
