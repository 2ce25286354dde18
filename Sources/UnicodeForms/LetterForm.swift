import Foundation
import _FoundationICU

/// Letters in another width or typeface.
package enum LetterForm {
    /// What a scalar is but for its width or typeface, or nil if it is nothing else.
    ///
    /// Full and half width, small forms, the typefaces of mathematics, and the Latin ligatures that come out of printed
    /// pages. Other compatibility forms (`²`, `½`, `ª`) say more than their letters, and are left alone.
    package static func plain(_ scalar: Unicode.Scalar) -> String? {
        guard !scalar.isASCII else { return nil }
        if scalar == "\u{3002}" || scalar == "\u{FF61}" { return "." }
        switch UDecompositionType(
            UInt32(clamping: swift_u_getIntPropertyValue(UChar32(scalar.value), UCHAR_DECOMPOSITION_TYPE)))
        {
        case U_DT_WIDE, U_DT_NARROW, U_DT_SMALL, U_DT_FONT: break
        case _ where (0xFB00...0xFB06).contains(scalar.value): break
        default: return nil
        }
        return String(scalar).precomposedStringWithCompatibilityMapping
    }
}
