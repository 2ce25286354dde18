/// Reads names and values out of a cell that holds a JSON object, forgivingly.
///
/// Tools put JSON into CSV in many broken ways (Promio leaves inner quotes bare); a reader that gave up at
/// the first fault would let everything after it through unseen.
struct AttributeScan {
    /// One value, with the names that lead to it; a list gives each of its values.
    struct Attribute: Equatable {
        /// The name of the value, and before it the name of the object it lies in, if any.
        let names: [String]
        let value: String
    }

    /// All values in the order of the text.
    private(set) var attributes: [Attribute] = []
    /// The names of the objects around the place that is being read; nil for lists and nameless objects.
    private var around: [String?] = []
    /// How many brackets are open beyond the depth to which names are kept.
    private var deeper = 0
    /// The name whose value comes next.
    private var name: String?
    private var rest: Substring.UnicodeScalarView

    init(_ text: String) {
        rest = Substring(text).unicodeScalars
        while let scalar = rest.first {
            switch scalar {
            case "{", "[": open(scalar)
            case "}", "]": close()
            case "\"", "'": quoted(by: scalar)
            case ",", ":", " ", "\n", "\r", "\t": rest.removeFirst()
            default: bare()
            }
        }
    }

    /// Whether a cell looks like an object.
    static func isObject(_ cell: String) -> Bool {
        let scalars = cell.unicodeScalars
        guard let first = scalars.first(where: { !$0.properties.isWhitespace }), first == "{" else {
            return false
        }
        return scalars.last { !$0.properties.isWhitespace } == "}"
    }

    private mutating func open(_ bracket: Unicode.Scalar) {
        rest.removeFirst()
        guard around.count < 32, deeper == 0 else {
            deeper += 1
            return
        }
        // A list keeps the name for each of its values; an object gives it to its own names as a first part.
        around.append(name)
        if bracket == "{" { name = nil }
    }

    private mutating func close() {
        rest.removeFirst()
        if deeper > 0 {
            deeper -= 1
            return
        }
        if !around.isEmpty { around.removeLast() }
        name = nil
    }

    private mutating func quoted(by quote: Unicode.Scalar) {
        rest.removeFirst()
        var text = String.UnicodeScalarView()
        while let scalar = rest.popFirst() {
            if scalar == quote { break }
            text.append(scalar == "\\" ? escaped() : scalar)
        }
        take(String(text))
    }

    private mutating func bare() {
        var text = String.UnicodeScalarView()
        while let scalar = rest.first, !",:{}[] \n\r\t".unicodeScalars.contains(scalar) {
            text.append(scalar)
            rest.removeFirst()
        }
        take(String(text))
    }

    /// A text before a colon is a name, any other a value.
    private mutating func take(_ text: String) {
        let next = rest.first { !$0.properties.isWhitespace }
        if next == ":" {
            name = text
        } else if let name {
            attributes.append(Attribute(names: around.compactMap(\.self).suffix(1) + [name], value: text))
            // Outside a list the next value without a name belongs to nobody.
            if around.last ?? nil != name { self.name = nil }
        }
    }

    private mutating func escaped() -> Unicode.Scalar {
        guard let scalar = rest.popFirst() else { return "\\" }
        switch scalar {
        case "n": return "\n"
        case "t": return "\t"
        case "r": return "\r"
        case "u":
            let digits = rest.prefix(4)
            guard digits.count == 4, let value = UInt32(String(digits), radix: 16),
                let decoded = Unicode.Scalar(value)
            else { return "u" }
            rest.removeFirst(4)
            return decoded
        default: return scalar
        }
    }
}
