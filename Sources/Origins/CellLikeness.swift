package import Tables

/// Tells which cells of one column say the same about where a contact came from, whatever precisely stands in them.
///
/// Lists hold many names, notes and links and few things that are said by them. Rows whose cells are alike, column for
/// column, have the same ``RowOrigin``, and need to be read only once.
package struct CellLikeness: Sendable {
    /// Which column, from 0.
    package let column: Int
    private let way: Way
    private let prefilter: SignalPrefilter
    /// Whether the name of the column has LinkedIn in it, so that anything in it says something.
    private let isNamedLinkedIn: Bool

    /// By what cells of the column are told apart.
    private enum Way: Sendable {
        /// A reference to LinkedIn, and else nothing.
        case reference
        /// The profile it links to.
        case profile
        /// Words, or a reference.
        case words
        /// Whether it says anything and not no.
        case affirmation
        /// All of it.
        case text
    }

    /// What a cell is, where that is all that counts; cells that are not alike have different ones.
    private enum Kind: UInt16 {
        /// Nothing stands there, or nothing that says anything.
        case silent
        case publicProfile
        case affirmed
    }

    /// Numbers below this one are given by ``number(of:mayRefer:)``.
    package static let firstFreeNumber: UInt16 = 16

    /// How the cells of a column are read.
    ///
    /// - Parameters:
    ///   - places: As what it is watched.
    ///   - isMarked: Whether the layout says to look at it.
    init(_ column: Int, _ places: [RowReading.Place], isMarked: Bool, words: SourceVocabulary) {
        self.column = column
        isNamedLinkedIn = places.contains(where: \.isNamedLinkedIn)
        prefilter =
            places.first?.meaning.flatMap { words.prefilters[$0] } ?? SignalPrefilter.references
        guard !isMarked, places.count == 1, let place = places.first else {
            way = .text
            return
        }
        way =
            switch place.meaning {
            case nil, .firstName, .lastName, .fullName, .company, .position, .consentText: .reference
            case .web where !place.isNamedLinkedIn: .reference
            case .profile: .profile
            case .note, .tag: .words
            case .optInTime, .consentTime, .optInIP, .confirmTime, .confirmIP, .form, .connectedOn,
                .linkedInOnly:
                words.isSilenceWithoutDigits ? .affirmation : .text
            default: .text
            }
    }

    /// A number that cells have in common which say the same.
    ///
    /// - Parameter mayRefer: Whether a reference to LinkedIn may stand anywhere in the record; true where nobody looked.
    /// - Returns: Nil where nothing but the same text says the same.
    package func number(of cell: Span<UInt8>, mayRefer: Bool) -> UInt16? {
        if cell.isEmpty { return Kind.silent.rawValue }
        let isSilent =
            switch way {
            case .reference: !mayRefer || !prefilter.mayMatch(cell)
            case .profile: !isNamedLinkedIn && (!mayRefer || !prefilter.mayMatch(cell))
            case .words: !prefilter.mayMatch(cell)
            case .affirmation, .text: false
            }
        if isSilent { return Kind.silent.rawValue }
        switch way {
        case .profile: return Self.isPublicProfile(cell) ? Kind.publicProfile.rawValue : nil
        case .affirmation: return Self.holdsDigit(cell) ? Kind.affirmed.rawValue : nil
        case .reference, .words, .text: return nil
        }
    }

    /// A link as LinkedIn itself shows it on somebody's page, with nothing before or behind it.
    private static func isPublicProfile(_ cell: Span<UInt8>) -> Bool {
        guard cell.count > publicProfile.count, cell.count < publicProfile.count + 120 else { return false }
        for index in publicProfile.indices where cell[index] != publicProfile[index] { return false }
        // A name of hyphens alone is none.
        guard isLetterOrDigit(cell[publicProfile.count]) else { return false }
        for index in publicProfile.count..<cell.count
        where !isLetterOrDigit(cell[index]) && cell[index] != UInt8(ascii: "-") {
            return false
        }
        return true
    }

    private static let publicProfile = Array("https://www.linkedin.com/in/".utf8)

    /// Small letters only: LinkedIn's own hashes of members have capitals.
    private static func isLetterOrDigit(_ byte: UInt8) -> Bool { byte &- 0x61 < 26 || byte &- 0x30 < 10 }

    /// Whether a digit other than 0 stands in a cell of ASCII: then it says something.
    private static func holdsDigit(_ cell: Span<UInt8>) -> Bool {
        var holdsDigit = false
        for index in cell.indices {
            if cell[index] >= 0x80 { return false }
            if cell[index] &- 0x31 < 9 { holdsDigit = true }
        }
        return holdsDigit
    }
}

extension Recognition {
    /// The columns that say something about where a contact came from, each once; none where the file decides.
    package var likenesses: [CellLikeness] {
        if isDecidedByFile { return [] }
        let columns = Set(watched.map(\.column)).union(marks.map(\.place.column)).sorted()
        return columns.map { column in
            CellLikeness(
                column, watched.filter { $0.column == column },
                isMarked: marks.contains { $0.place.column == column }, words: words)
        }
    }

    /// What a text with a reference to LinkedIn cannot do without: one of these bytes, or of these pairs.
    ///
    /// Each of ``SignalPrefilter/referenceNeedles`` has one, and so has whatever stands for a letter of theirs: a byte beyond
    /// ASCII, a percent sign or a backslash.
    package static let signsOfReferences = ByteGroups.Signs(
        [UInt8(ascii: "/"), UInt8(ascii: ":"), UInt8(ascii: "%"), UInt8(ascii: "\\")],
        pairs: [UInt8(ascii: "n"), UInt8(ascii: "k"), UInt8(ascii: "a"), UInt8(ascii: "a")])
}
