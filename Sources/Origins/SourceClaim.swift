internal import Consent

/// What it means when a cell holds certain words.
struct SourceClaim: Sendable {
    /// A word or several, each form of which counts.
    struct Phrase: Sendable {
        /// As written in the file, with `*` at the end where the last word may go on.
        let text: String
        /// As ``WordText`` holds them.
        let pattern: BytePattern
        /// The longest run of ASCII letters and digits within: where it does not stand, the phrase does not.
        let needle: String

        init(_ text: String) {
            self.text = text
            var words = WordText(text).bytes
            if text.hasSuffix("*"), !words.isEmpty { words.removeLast() }
            pattern = BytePattern(words)
            let runs = words.split { !($0 &- 0x61 < 26 || $0 &- 0x30 < 10) }
            let longest = runs.max { $0.count < $1.count } ?? []
            needle = String(decoding: longest, as: UTF8.self)
        }
    }

    /// The origin that the words name.
    let origin: Origin
    /// How much they say.
    let strength: SignalStrength
    /// In which columns.
    let places: Set<ColumnMeaning>
    /// Whether words of a channel beside them (`LinkedIn Ads`) turn them into a counter-signal.
    let isOpenToChannels: Bool
    /// The words.
    let phrases: [Phrase]
}
