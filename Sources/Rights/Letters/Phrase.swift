/// What receipts and letters say, by name; the sentences stand in `Texts`, one file a language.
enum Phrase: String, CaseIterable {
    case receiptTitle = "receipt-title"
    case receiptGiven = "receipt-given"
    case receiptGivenUndated = "receipt-given-undated"
    case receiptRequested = "receipt-requested"
    case receiptWithdrawn = "receipt-withdrawn"
    case receiptRefused = "receipt-refused"
    case receiptObjected = "receipt-objected"
    case whoYouAre = "who-you-are"
    case controller
    case country
    case postalAddress = "postal-address"
    case email
    case phone
    case site
    case privacyPolicy = "privacy-policy"
    case officer
    case purpose
    case allMail = "all-mail"
    case happened
    case recorded
    case notTold = "not-told"
    case how
    case evidence
    case evidenceNone = "evidence-none"
    case evidenceSealed = "evidence-sealed"
    case evidenceHash = "evidence-hash"
    case source
    case sourcePerson = "source-person"
    case sourceImport = "source-import"
    case networkAddress = "network-address"
    case legalBasis = "legal-basis"
    case consentBasis = "consent-basis"
    case ownLaw = "own-law"
    case replaces
    case whatYouSaw = "what-you-saw"
    case wordingUnknown = "wording-unknown"
    case howToStop = "how-to-stop"
    case stopPage = "stop-page"
    case stopWrite = "stop-write"
    case stopCall = "stop-call"
    case stopWording = "stop-wording"
    case stopFree = "stop-free"
    case howLong = "how-long"
    case keptWhere = "kept-where"
    case validUntil = "valid-until"
    case whoElse = "who-else"
    case nobodyElse = "nobody-else"
    case recipientsUntold = "recipients-untold"
    case transferYes = "transfer-yes"
    case transferMechanism = "transfer-mechanism"
    case transferNoMechanism = "transfer-no-mechanism"
    case transferNo = "transfer-no"
    case transferUnknown = "transfer-unknown"
    case yourRights = "your-rights"
    case rightAccess = "right-access"
    case rightRectification = "right-rectification"
    case rightErasure = "right-erasure"
    case rightRestriction = "right-restriction"
    case rightPortability = "right-portability"
    case rightObjection = "right-objection"
    case rightWithdrawal = "right-withdrawal"
    case rightComplaint = "right-complaint"
    case anyAuthority = "any-authority"
    case howToCheck = "how-to-check"
    case checkWords = "check-words"
    case checkKey = "check-key"
    case proves
    case letterTitle = "letter-title"
    case letterDate = "letter-date"
    case letterFor = "letter-for"
    case letterGreeting = "letter-greeting"
    case letterHeld = "letter-held"
    case letterNothing = "letter-nothing"
    case letterNothingStop = "letter-nothing-stop"
    case letterNotRecorded = "letter-not-recorded"
    case letterUnnamed = "letter-unnamed"
    case letterRequest = "letter-request"
    case purposesHeading = "purposes-heading"
    case purposeLine = "purpose-line"
    case categoriesHeading = "categories-heading"
    case categories
    case sourceHeading = "source-heading"
    case sourceTold = "source-told"
    case sourceRegister = "source-register"
    case sourceUnknown = "source-unknown"
    case recordsHeading = "records-heading"
    case recordHeading = "record-heading"
    case recordPurpose = "record-purpose"
    case recordTime = "record-time"
    case recordLearnt = "record-learnt"
    case recordMethod = "record-method"
    case recordWording = "record-wording"
    case recordReason = "record-reason"
    case recordNote = "record-note"
    case recordName = "record-name"
    case evidenceEnclosed = "evidence-enclosed"
    case evidenceShared = "evidence-shared"
    case evidenceKept = "evidence-kept"
    case evidenceLost = "evidence-lost"
    case wordingsHeading = "wordings-heading"
    case vettingsHeading = "vettings-heading"
    case vettingsWords = "vettings-words"
    case vettingLine = "vetting-line"
    case vettingsNone = "vettings-none"
    case suppressionHeading = "suppression-heading"
    case suppressionLine = "suppression-line"
    case suppressionNone = "suppression-none"
    case requestsHeading = "requests-heading"
    case requestLine = "request-line"
    case requestOpen = "request-open"
    case requestAnswered = "request-answered"
    case decisionsHeading = "decisions-heading"
    case decisions
    case retentionUntold = "retention-untold"
    case retentionLine = "retention-line"
    case leftOut = "left-out"
}

/// Phrases for each name of a closed list: their names begin with that of the family.
enum PhraseFamily: String, CaseIterable {
    case kind, method, state, ask, answer, because, verdict
}
