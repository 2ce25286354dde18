internal import Consent

/// Collects the signs of one row, cell by cell.
struct RowReading {
    private let words: SourceVocabulary
    private let vocabulary: ColumnVocabulary
    private var signals: [Signal]
    /// Whether some cell names a source, a form or the time of a sign-up.
    private var namesSource = false
    private var optInTime: Place?
    private var hasOptInProof = false
    /// What a CRM says of the traffic, each kind with the details that follow it.
    private var channels: [(isOffline: Bool, details: [(cell: String, place: Place)])] = []

    init(words: SourceVocabulary, vocabulary: ColumnVocabulary, fileSignals: [Signal]) {
        self.words = words
        self.vocabulary = vocabulary
        signals = fileSignals
    }

    /// Reads one cell.
    mutating func read(_ cell: String, at place: Place) {
        guard !cell.isEmpty else { return }
        switch place.meaning {
        case .profile: readProfile(cell, place)
        case .web: readWebPage(cell, place)
        case .note:
            readWords(cell, .note, place)
            readProfile(within: cell, place)
        case .tag: readWords(cell, .tag, place)
        case .source:
            namesSource = namesSource || words.isFilled(cell)
            readWords(cell, .source, place)
        case .channel, .channelDetail: readChannel(cell, place)
        case .campaign:
            namesSource = namesSource || words.isFilled(cell)
            if words.saysLinkedIn(cell) { note(.campaign, .counter, .signUpForm, place) }
        case .adClick:
            if words.isAffirmed(cell) { note(.adClick, .counter, .signUpForm, place) }
        case .attributes: readAttributes(cell, place)
        case .connectedOn:
            if words.isAffirmed(cell) {
                note(.connectedOn, .strong, .linkedinConnection, place)
            }
        case .linkedInOnly:
            if words.isAffirmed(cell) {
                note(.linkedInColumn, .strong, .linkedinProfile, place)
            }
        case .linkedInFlag: readFlag(cell, place)
        case .verification:
            if words.isVerification(cell) { note(.verification, .medium, .scraper, place) }
        case .optInTime, .consentTime, .optInIP, .confirmTime, .confirmIP, .form: readOptIn(cell, place)
        case .address, .otherAddress, .status, .createdAt, .ignored, .leadFormConsent, .optInMethod,
            .consentFlag, .unsubscribedAt, .bouncedAt, .complaint:
            break
        case nil, .firstName, .lastName, .fullName, .company, .position, .consentText:
            readProfile(within: cell, place)
        }
    }

    /// Reads a cell of which the layout says that it is a sign.
    mutating func read(_ cell: String, mark: Layout.RowMark, at place: Place) {
        let isThere = mark.values.isEmpty ? words.isAffirmed(cell) : mark.values.contains(WordText(cell).text)
        guard isThere else { return }
        note(.layoutMark, mark.implication.strength, mark.implication.origin, place)
    }

    /// What the cells add up to.
    mutating func result() -> RowOrigin {
        for (isOffline, details) in channels {
            for (cell, place) in details where isOffline {
                readWords(cell, .source, place)
            }
            for (cell, place) in details where !isOffline && words.saysLinkedIn(cell) {
                note(.webVisit, .counter, .signUpForm, place)
            }
        }
        if let optInTime, hasOptInProof { note(.ownOptIn, .counter, .signUpForm, optInTime) }
        return RowOrigin(signals: signals, namesSource: namesSource)
    }

    // MARK: Cells

    private mutating func readProfile(_ cell: String, _ place: Place) {
        if let reference = ProfileReference(dedicatedCell: cell) {
            if reference.isInternal {
                note(.memberReference, .proof, .linkedinProfile, place)
            } else {
                note(.profileURL, .strong, .linkedinProfile, place)
            }
        } else if place.isNamedLinkedIn, words.isAffirmed(cell) {
            note(.handle, .weak, .linkedinProfile, place)
        }
    }

    private mutating func readWebPage(_ cell: String, _ place: Place) {
        if let reference = ProfileReference(firstIn: cell) {
            note(.profileInText, reference.isInternal ? .medium : .weak, .linkedinProfile, place)
        } else if place.isNamedLinkedIn, words.isAffirmed(cell) {
            note(.handle, .weak, .linkedinProfile, place)
        }
    }

    /// A profile outside the columns kept for it: whoever filled a whole cell with it meant it; within a text it
    /// may be a signature.
    private mutating func readProfile(within cell: String, _ place: Place) {
        guard let reference = ProfileReference(firstIn: cell) else { return }
        if reference.isInternal || (reference.isWholeText && place.meaning != .note) {
            note(.profileElsewhere, .medium, .linkedinProfile, place)
        } else {
            note(.profileInText, .weak, .linkedinProfile, place)
        }
    }

    private mutating func readWords(_ cell: String, _ meaning: ColumnMeaning, _ place: Place) {
        for finding in words.findings(in: cell, of: meaning) {
            note(.words, finding.strength, finding.origin, place)
        }
        if meaning != .note, let reference = ProfileReference(firstIn: cell) {
            note(reference.isInternal ? .memberReference : .profileURL, .strong, .linkedinProfile, place)
        }
    }

    private mutating func readFlag(_ cell: String, _ place: Place) {
        // HubSpot has a number of connections under such a name; a bare number says nothing.
        let isNumber = cell.unicodeScalars.allSatisfy { $0.properties.numericType != nil || $0 == " " }
        if words.isAffirmed(cell), !isNumber {
            note(.connectedOn, .strong, .linkedinConnection, place)
        }
    }

    private mutating func readChannel(_ cell: String, _ place: Place) {
        guard words.isFilled(cell) else { return }
        namesSource = true
        if place.meaning == .channel {
            channels.append((words.isOffline(cell), [(cell, place)]))
        } else if channels.isEmpty {
            readWords(cell, .source, place)
        } else {
            channels[channels.count - 1].details.append((cell, place))
        }
    }

    private mutating func readOptIn(_ cell: String, _ place: Place) {
        guard words.isAffirmed(cell) else { return }
        switch place.meaning {
        case .optInTime, .consentTime:
            optInTime = optInTime ?? place
            namesSource = true
        case .form:
            hasOptInProof = true
            namesSource = true
        default: hasOptInProof = true
        }
    }

    private mutating func readAttributes(_ cell: String, _ place: Place) {
        for attribute in AttributeScan(cell).attributes {
            let joined = ColumnName(attribute.names.joined(separator: "_"))
            let last = attribute.names.last ?? ""
            let meaning = vocabulary.meaning(of: joined) ?? vocabulary.meaning(of: ColumnName(last))
            guard meaning != .attributes else { continue }
            read(attribute.value, at: Place(attribute: last, of: place, names: joined, meaning: meaning))
        }
    }

    /// Takes a sign up, once for each column: saying it a hundred times in one cell makes it no surer.
    private mutating func note(
        _ kind: SignalKind, _ strength: SignalStrength, _ origin: Origin, _ place: Place
    ) {
        let isNoted = signals.contains {
            $0.kind == kind && $0.strength == strength && $0.origin == origin && $0.column == place.column
        }
        if isNoted { return }
        signals.append(Signal(kind, strength, origin, column: place.column, subject: place.name))
    }
}
