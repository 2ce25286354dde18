import Foundation

/// Text of other scripts in Latin letters.
///
/// Foundation's ICU does the work, with the tables of CLDR. There is no one right way to write a name in another
/// script, and so there are two.
package enum Transliteration {
    /// A way to write other scripts in Latin letters.
    package enum Scheme: Sendable, CaseIterable {
        /// Letter by letter, as ISO 9 and its like: `Щукин` is `Ŝukin`.
        case scholarly
        /// As passports and newspapers do (BGN/PCGN for Cyrillic, UNGEGN for Greek): `Щукин` is `Shchukin`.
        case everyday
    }

    /// The text in Latin letters, with whatever accents the scheme uses; ASCII text comes back as it is.
    ///
    /// What the scheme has no letter for stays as it is.
    package static func latin(_ text: String, _ scheme: Scheme) -> String {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
        switch scheme {
        case .scholarly: return text.applyingTransform(.toLatin, reverse: false) ?? text
        case .everyday:
            let written = everydayTransforms.reduce(text) { written, transform in
                written.applyingTransform(StringTransform(transform), reverse: false) ?? written
            }
            return written.applyingTransform(.toLatin, reverse: false) ?? written
        }
    }

    private static let everydayTransforms = ["Russian-Latin/BGN", "Greek-Latin/UNGEGN"]
}
