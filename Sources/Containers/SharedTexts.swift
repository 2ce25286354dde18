/// The texts that cells of a workbook share, by number (ECMA-376 part 1, section 18.4).
final class SharedTexts: XMLHandler {
    /// All texts, one behind the other.
    private var bytes: [UInt8] = []
    /// Where each of them ends.
    private var ends: [Int] = []
    private var phoneticDepth = 0
    private let limits: ContainerLimits

    /// No texts at all.
    init(limits: ContainerLimits) {
        self.limits = limits
    }

    /// Reads the table of texts.
    func read(_ input: any ContainerInput) throws {
        try XMLReader(input, handler: self, limits: limits).readAll()
    }

    /// A text by its number, or nil if there is none.
    subscript(number: Int) -> String? {
        guard ends.indices.contains(number) else { return nil }
        let start = number == 0 ? 0 : ends[number - 1]
        return EscapedText.decoded(bytes[start..<ends[number]])
    }

    func begin(_ element: String, _ attributes: XMLAttributes) -> Bool {
        // How a name is pronounced stands beside it, and is no part of it.
        if element == "rPh" { phoneticDepth += 1 }
        return element == "t" && phoneticDepth == 0
    }

    func end(_ element: String, text: [UInt8]) throws {
        switch element {
        case "t": bytes += text
        case "rPh": phoneticDepth -= 1
        case "si": ends.append(bytes.count)
        default: return
        }
        // A number for each text counts as well: an empty one is not free.
        guard bytes.count + 8 * ends.count <= limits.sharedTextBytes else {
            throw ContainerError.tooLarge("The texts of this workbook are too long to be held in memory.")
        }
    }
}
