/// Colours, or none.
struct Palette: Sendable {
    /// What a colour says.
    enum Tone: String, Sendable {
        /// All is well.
        case good = "32"
        /// Something should be looked at.
        case doubtful = "33"
        /// Something is wrong, or ends a permission.
        case bad = "31"
        /// Less important.
        case faint = "2"
        /// More important.
        case strong = "1"
    }

    private let isColoured: Bool

    /// No colour at all.
    static let plain = Palette(isColoured: false)

    /// Colour if standard output is a terminal and `NO_COLOR` is not set (no-color.org).
    static var forOutput: Palette {
        let isForbidden = ProcessEnvironment.value("NO_COLOR").map { !$0.isEmpty } ?? false
        let isDumb = ProcessEnvironment.value("TERM") == "dumb"
        return Palette(isColoured: StandardStream.output.isTerminal && !isForbidden && !isDumb)
    }

    /// A text in a colour (ECMA-48 SGR).
    func paint(_ text: String, _ tone: Tone) -> String {
        isColoured ? "\u{1B}[\(tone.rawValue)m\(text)\u{1B}[0m" : text
    }
}
