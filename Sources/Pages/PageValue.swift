/// Something that a template of a page can name.
package indirect enum PageValue: Hashable, Sendable {
    /// Plain text, escaped where it is written.
    case text(String)
    /// Whether a section is written.
    case flag(Bool)
    /// A section that is written once for each.
    case list([PageValue])
    /// Names of its own, for the section of this name.
    case mapping([String: PageValue])

    /// A whole number, its digits in groups of three with thin blanks between.
    package static func number(_ number: some BinaryInteger) -> PageValue { .text(grouped(number)) }

    /// Text, or nothing: a section of this name is written only where there is some.
    package static func optional(_ text: String?) -> PageValue {
        text.map { .mapping(["text": .text($0)]) } ?? .flag(false)
    }

    /// The digits of a number in groups of three, with U+202F between, which every language reads.
    static func grouped(_ number: some BinaryInteger) -> String {
        let digits = Array(String(number.magnitude))
        var text = number < 0 ? "-" : ""
        for (place, digit) in digits.enumerated() {
            if place > 0, (digits.count - place).isMultiple(of: 3) { text.append("\u{202F}") }
            text.append(digit)
        }
        return text
    }

    /// A text as it may stand between tags and in a quoted attribute (HTML Living Standard, section 13.3).
    static func escaped(_ text: String) -> String {
        var escaped = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped.append(contentsOf: "&amp;".unicodeScalars)
            case "<": escaped.append(contentsOf: "&lt;".unicodeScalars)
            case ">": escaped.append(contentsOf: "&gt;".unicodeScalars)
            case "\"": escaped.append(contentsOf: "&quot;".unicodeScalars)
            case "'": escaped.append(contentsOf: "&#39;".unicodeScalars)
            // HTML has no such character, not even as a reference.
            case "\u{0}": escaped.append("\u{FFFD}")
            default: escaped.append(scalar)
            }
        }
        return String(escaped)
    }

    var forMustache: Any {
        switch self {
        case .text(let text): Self.escaped(text)
        case .flag(let flag): flag
        case .list(let items): items.map(\.forMustache)
        case .mapping(let names): names.mapValues(\.forMustache)
        }
    }
}

extension PageValue: ExpressibleByStringInterpolation, ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral,
    ExpressibleByDictionaryLiteral
{
    package init(stringLiteral value: String) { self = .text(value) }
    package init(booleanLiteral value: Bool) { self = .flag(value) }
    package init(arrayLiteral elements: PageValue...) { self = .list(elements) }
    package init(dictionaryLiteral elements: (String, PageValue)...) {
        self = .mapping(Dictionary(elements) { _, last in last })
    }
}
