/// What a piece of evidence is, as whoever recorded the opt-in tells.
public enum EvidenceKind: String, Sendable, CaseIterable {
    /// What a form sent, with its time.
    case formSubmission = "form-submission"
    /// The click on a confirmation link.
    case confirmation
    /// A sheet that the person signed or ticked.
    case signedSheet = "signed-sheet"
    /// A message in which the person asks for this mail.
    case message
    /// A note made during the talk.
    case callNote = "call-note"
    /// A recording of the talk.
    case recording
    /// What a lead form of a platform sent.
    case leadForm = "lead-form"
    /// A colleague's word.
    case staffStatement = "staff-statement"
    /// A seller's word.
    case sellerStatement = "seller-statement"
    /// An invoice.
    case invoice
    /// A contract.
    case contract
    /// How sign-up works, and not that this person did it.
    case systemDescription = "system-description"
    /// An accepted connection.
    case connectionAccepted = "connection-accepted"
    /// An invitation to connect.
    case invitation
    /// A look at a profile.
    case profileView = "profile-view"
    /// A like.
    case like
    /// A direct message that does not ask for this mail.
    case directMessage = "direct-message"
    /// That somebody follows a page or a newsletter on LinkedIn.
    case platformFollow = "platform-follow"
}
