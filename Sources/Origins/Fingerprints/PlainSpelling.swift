internal import UnicodeForms

/// A text in the letters a to z and digits, for comparing how people and companies are called.
///
/// Case, accents, look-alike widths and scripts make no difference. Some letters are left out or written out, as
/// whoever typed them chose (`Müller`, `Mueller` and `Muller`), and scripts have two ways into Latin; so a text has two
/// spellings, and two texts agree if one spelling of each does.
enum PlainSpelling: CaseIterable {
    /// `ü` as `ue`, other scripts letter by letter.
    case writtenOut
    /// `ü` as `u`, other scripts as passports have them.
    case leftOut

    /// Longer cells are no names, and folding them would be wasted.
    static let longest = 300

    /// The words of a text in this spelling, one space between; empty for one that is too long.
    func words(of text: String) -> [Substring] {
        guard text.utf8.count <= Self.longest * 4 else { return [] }
        return letters(of: text).split(separator: " ")
    }

    /// The words of a text in one spelling, or in two where they differ.
    static func words(of text: String) -> [[Substring]] {
        let first = writtenOut.words(of: text)
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return [first] }
        let second = leftOut.words(of: text)
        return first == second ? [first] : [first, second]
    }

    /// Lower-case letters and digits, everything else as a space.
    private func letters(of text: String) -> String {
        var latin = text
        if !text.utf8.allSatisfy({ $0 < 0x80 }) {
            latin = NormalForm.compatible(MisreadText.mended(text)).lowercased()
            if latin.unicodeScalars.contains(where: Self.isForeign) {
                latin = Transliteration.latin(latin, self == .writtenOut ? .scholarly : .everyday)
                    .lowercased()
                latin = NormalForm.compatible(latin)
            }
            latin = NormalForm.decomposed(spelled(latin))
        }
        return Self.plain(latin)
    }

    /// Letters that the tables of Unicode do not take apart, and those that are written out.
    private func spelled(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if let letters = Self.always[scalar]
                ?? (self == .writtenOut ? Self.writtenOutLetters : Self.bare)[scalar]
            {
                result.append(contentsOf: letters.unicodeScalars)
            } else {
                result.append(scalar)
            }
        }
        return String(result)
    }

    private static func plain(_ text: String) -> String {
        var bytes: [UInt8] = []
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x61...0x7A, 0x30...0x39: bytes.append(UInt8(truncatingIfNeeded: scalar.value))
            case 0x41...0x5A: bytes.append(UInt8(truncatingIfNeeded: scalar.value + 0x20))
            // Apostrophes, also those of transliteration, stand within a word.
            case 0x27, 0x60, 0xB4, 0x2B9...0x2BF, 0x2018, 0x2019, 0x2032, 0x2033: continue
            default:
                if Lookalikes.isInvisible(scalar) || scalar.properties.generalCategory == .nonspacingMark {
                    continue
                }
                if bytes.last != 0x20 { bytes.append(0x20) }
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Letters of other scripts; Latin ones end with Latin Extended-B, and go on in three later blocks.
    private static func isForeign(_ scalar: Unicode.Scalar) -> Bool {
        guard scalar.value >= 0x370, !(0x1E00...0x1EFF).contains(scalar.value) else { return false }
        return scalar.properties.isAlphabetic
    }

    private static let always: [Unicode.Scalar: String] = [
        "ß": "ss", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ħ": "h", "ı": "i",
        "ŋ": "n",
        "ĸ": "k", "ŧ": "t", "ə": "a",
    ]
    private static let writtenOutLetters: [Unicode.Scalar: String] = [
        "ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa",
    ]
    private static let bare: [Unicode.Scalar: String] = ["ø": "o"]
}
