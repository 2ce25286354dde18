import UnicodeForms

/// The text of a cell without what nobody sees, with plain spaces and letters of plain width.
struct CleanedText {
    private(set) var scalars: [Unicode.Scalar] = []
    private(set) var repairs: Set<AddressRepair> = []

    init(_ text: Substring) {
        scalars.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            if scalar.isASCII { appendASCII(scalar) } else { append(scalar) }
        }
    }

    private mutating func appendASCII(_ scalar: Unicode.Scalar) {
        switch scalar {
        case "\r", "\u{B}", "\u{C}": scalars.append("\n")
        case "\t": scalars.append(" ")
        default: scalars.append(scalar)
        }
    }

    private mutating func append(_ scalar: Unicode.Scalar) {
        switch scalar {
        case "\u{85}", "\u{2028}", "\u{2029}": scalars.append("\n")
        case "\u{3001}", "\u{FF64}": scalars.append(",")  // ideographic commas
        case "\u{200C}" where joinsLetters, "\u{200D}" where joinsLetters: scalars.append(scalar)
        case _ where scalar.properties.isDefaultIgnorableCodePoint: repairs.insert(.invisibleCharacters)
        case _ where scalar.properties.isWhitespace:
            repairs.insert(.unusualSpaces)
            scalars.append(" ")
        default:
            guard let plain = LetterForm.plain(scalar) else { return scalars.append(scalar) }
            repairs.insert(.wideLetters)
            scalars += plain.unicodeScalars
        }
    }

    /// Joiners belong to the spelling of Persian and of Indian languages; whether they may stand, UTS #46 decides.
    private var joinsLetters: Bool {
        guard let last = scalars.last, !last.isASCII, !Alphabets.haveLatin(String(last)) else { return false }
        return last.properties.isAlphabetic || last.properties.canonicalCombiningClass == .virama
    }
}
