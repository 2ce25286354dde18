import Foundation

/// The normal forms of Unicode text.
package enum NormalForm {
    /// Normalization Form C (UAX #15); ASCII text comes back as it is.
    package static func composed(_ text: String) -> String {
        text.utf8.allSatisfy { $0 < 0x80 } ? text : text.precomposedStringWithCanonicalMapping
    }
}
