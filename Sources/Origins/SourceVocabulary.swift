internal import Consent

/// The words by which lists say where a contact came from.
struct SourceVocabulary: Sendable {
    /// In the order of the file; the first of the strongest that fit counts.
    var claims: [SourceClaim] = []
    /// What makes of `LinkedIn` a way to a form: advertising and lead forms.
    var channels: [SourceClaim] = []
    /// Words that take back what follows them.
    var denials: Set<String> = []
    /// What stands in cells that say nothing.
    var blanks: Set<String> = []
    /// No, in the languages of the lists.
    var refusals: Set<String> = []
    /// What verification services write beside an address.
    var verifications: Set<String> = []
    /// The traffic of a CRM that did not come over the web.
    var offlineChannels: [SourceClaim.Phrase] = []
    /// States of a contact that must not be mailed.
    var stops: [StopKind: CellWords] = [:]
    /// The first bytes of what stands in cells that say nothing, and of what says no.
    private(set) var beginnings = CellBeginnings()
    /// Finds texts in which some claim could fit, for the columns in which the words stand.
    private(set) var prefilters: [ColumnMeaning: SignalPrefilter] = [:]

    /// How long the words are with which cells say nothing, in bytes.
    static let longestSilence = 64

    /// What the words of a cell claim.
    struct Finding {
        let origin: Origin
        let strength: SignalStrength
    }

    /// Makes the prefilters fit the claims.
    mutating func tune() {
        beginnings = CellBeginnings(of: blanks.union(refusals))
        for place in [ColumnMeaning.source, .tag, .note] { prefilters[place] = prefilter(for: [place]) }
    }

    /// Finds rows in which a reference to LinkedIn or some claim could stand.
    ///
    /// - Parameter places: What the columns of the rows are for.
    func prefilter(for places: Set<ColumnMeaning>) -> SignalPrefilter {
        let claims = claims.filter { !$0.places.isDisjoint(with: places) }
        return SignalPrefilter(
            needles: SignalPrefilter.referenceNeedles + claims.flatMap { $0.phrases.map(\.needle) })
    }

    /// Whether no word that says nothing has a digit other than 0, so that a cell with one says something.
    var isSilenceWithoutDigits: Bool {
        blanks.union(refusals).allSatisfy { !$0.utf8.contains { $0 &- 0x31 < 9 } }
    }

    /// Whether a cell says anything: not empty, not a dash, not `unknown`.
    func isFilled(_ cell: String) -> Bool { says(cell, nothingOf: [blanks]) }

    /// Whether a cell says anything, and not no.
    func isAffirmed(_ cell: String) -> Bool { says(cell, nothingOf: [blanks, refusals]) }

    private func says(_ cell: String, nothingOf silent: [Set<String>]) -> Bool {
        if beginnings.rulesOut(cell) { return true }
        let words = WordText(cell)
        if words.isEmpty { return false }
        // No entry of these lists is longer, so that long cells need not be compared.
        if words.bytes.count > Self.longestSilence { return true }
        let text = words.text
        return !silent.contains { $0.contains(text) }
    }

    /// Whether a cell holds the word LinkedIn, or a host of it.
    func saysLinkedIn(_ cell: String) -> Bool {
        guard SignalPrefilter.references.mayMatch(cell) else { return false }
        let words = WordText(cell)
        return words.firstIndex(of: Self.linkedIn) != nil || words.firstIndex(of: Self.shortHost) != nil
    }

    private static let linkedIn = BytePattern(" linkedin".utf8)
    private static let shortHost = BytePattern(" lnkd ".utf8)

    /// Whether the traffic that a CRM names came in by hand.
    func isOffline(_ cell: String) -> Bool {
        let words = WordText(cell)
        return offlineChannels.contains { words.firstIndex(of: $0.pattern) != nil }
    }

    /// Whether a verification service wrote a cell.
    func isVerification(_ cell: String) -> Bool {
        verifications.contains(WordText(cell).text)
    }

    /// What a cell claims, each label of it judged alone.
    ///
    /// - Parameter place: What the column is for; every other place than source, tag and note claims nothing.
    func findings(in cell: String, of place: ColumnMeaning) -> [Finding] {
        guard prefilters[place]?.mayMatch(cell) == true else { return [] }
        var findings: [Finding] = []
        for label in place == .note ? [cell[...]] : Self.labels(of: cell) {
            let words = WordText(String(label))
            guard !words.isEmpty, let finding = finding(in: words, of: place) else { continue }
            findings.append(finding)
        }
        return findings
    }

    private func finding(in words: WordText, of place: ColumnMeaning) -> Finding? {
        var best: SourceClaim?
        for claim in claims where claim.places.contains(place) {
            if let best, best.strength.rank >= claim.strength.rank { continue }
            let isThere = claim.phrases.contains {
                words.firstIndex(of: $0.pattern, unlessAfter: denials) != nil
            }
            if isThere { best = claim }
        }
        guard let best else { return nil }
        if best.isOpenToChannels {
            for channel in channels
            where channel.phrases.contains(where: { words.firstIndex(of: $0.pattern) != nil }) {
                return Finding(origin: channel.origin, strength: .counter)
            }
        }
        return Finding(origin: best.origin, strength: best.strength)
    }

    private static let separators = Array(",;|\n\r[]:".utf8)

    /// The labels of a cell: tools part them by commas, semicolons, bars, colons or lines.
    private static func labels(of cell: String) -> [Substring] {
        // Most cells are one label, and characters are dear.
        guard cell.utf8.contains(where: { Self.separators.contains($0) }) else { return [cell[...]] }
        return cell.split { ",;|\n\r[]".contains($0) || $0 == "\r\n" }
            .flatMap { $0.split(separator: ":::") }
    }
}

extension SignalStrength {
    /// The order in which strengths decide; a counter-signal decides nothing by itself.
    var rank: Int {
        switch self {
        case .counter: 0
        case .weak: 1
        case .medium: 2
        case .strong: 3
        case .proof: 4
        }
    }
}
