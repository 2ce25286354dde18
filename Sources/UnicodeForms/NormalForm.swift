import Foundation

/// The normal forms of Unicode text.
package enum NormalForm {
    /// Normalization Form C (UAX #15); ASCII text comes back as it is.
    package static func composed(_ text: String) -> String {
        text.utf8.allSatisfy { $0 < 0x80 } ? text : text.precomposedStringWithCanonicalMapping
    }

    /// Normalization Form KC: also full-width, circled and mathematical letters as the plain ones.
    package static func compatible(_ text: String) -> String {
        text.utf8.allSatisfy { $0 < 0x80 } ? text : text.precomposedStringWithCompatibilityMapping
    }

    /// Normalization Form KD: the same, with accents as characters of their own.
    package static func decomposed(_ text: String) -> String {
        text.utf8.allSatisfy { $0 < 0x80 } ? text : text.decomposedStringWithCompatibilityMapping
    }
}
