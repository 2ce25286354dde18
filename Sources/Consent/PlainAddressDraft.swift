/// What is known of the bytes of a cell after one look at each.
struct PlainAddressDraft {
    /// Where the first `@` stands.
    private(set) var atSign: Int?
    /// Where the first `+` before the `@` stands.
    private(set) var plus: Int?
    /// Whether there are bytes that are no part of a plain address.
    private(set) var isStrange = false
    /// Whether UTS #46 has to tell what the domain is.
    private(set) var takesMemory = false
    /// Whether a dot behind the address was left out.
    private(set) var hasTrailingDot = false
    /// What is wrong before the `@`.
    private(set) var localFlaw: MalformedAddress.Reason?
    /// What is wrong, before the `@` or behind it.
    private(set) var flaw: MalformedAddress.Reason?

    private static let dot = UInt8(ascii: ".")
    private static let hyphen = UInt8(ascii: "-")
    private static let space = UInt8(ascii: " ")

    /// Looks at a text without blanks around it, and appends it in lower case.
    mutating func read(_ text: Span<UInt8>, letters: Span<UInt8>, into output: inout OutputSpan<UInt8>) {
        var isAfterDot = true
        var hasStrayDot = false
        var index = 0
        while index < text.count {
            let letter = letters[Int(text[index])]
            if letter == ASCIIText.atSign { break }
            guard letter != 0 else {
                if Self.isTornApart(text, from: index, letters: letters) {
                    flaw = .noAtSign
                } else {
                    isStrange = true
                }
                return
            }
            let isDot = letter == Self.dot
            hasStrayDot = hasStrayDot || isDot && isAfterDot
            isAfterDot = isDot
            if letter == UInt8(ascii: "+"), plus == nil { plus = index }
            output.append(letter)
            index += 1
        }
        guard index < text.count else {
            flaw = .noAtSign
            return
        }
        atSign = index
        localFlaw =
            index == 0
            ? .noLocalPart : index > 64 ? .tooLong : hasStrayDot || isAfterDot ? .misplacedDot : nil
        output.append(ASCIIText.atSign)
        readDomain(text, from: index + 1, letters: letters, into: &output)
    }

    /// Whether the spaces before the `@` part words, of which the first is then no address: none stands beside the `@`, and
    /// there is nothing else that could mean more.
    private static func isTornApart(_ text: Span<UInt8>, from start: Int, letters: Span<UInt8>) -> Bool {
        var index = start
        while index < text.count, text[index] == space { index += 1 }
        guard index > start, index < text.count, text[index] != ASCIIText.atSign else { return false }
        while index < text.count {
            guard letters[Int(text[index])] != 0 || text[index] == space else { return false }
            index += 1
        }
        return true
    }

    private mutating func readDomain(
        _ text: Span<UInt8>, from start: Int, letters: Span<UInt8>, into output: inout OutputSpan<UInt8>
    ) {
        var end = text.count
        if text[end - 1] == Self.dot {
            hasTrailingDot = true
            end -= 1
        }
        var label = Label()
        var dotCount = 0
        var isName = true
        var isSecondAddress = false
        var index = start
        while index < end {
            let byte = text[index]
            let letter = letters[Int(byte)]
            guard letter != 0 else {
                isStrange = byte < 0x80 || isSecondAddress
                takesMemory = !isStrange
                if isStrange { return }
                index += 1
                continue
            }
            output.append(letter)
            index += 1
            if letter == Self.dot {
                isName = isName && label.isWhole
                dotCount += 1
                label = Label()
            } else if !label.take(letter) {
                isName = false
                if letter == ASCIIText.atSign { isSecondAddress = true }
            } else if label.saysToBeALabel {
                takesMemory = true
            }
        }
        isName = isName && label.isWhole
        takesMemory = takesMemory || label.saysToBeALabel
        if isSecondAddress {
            (isStrange, takesMemory) = (isStrange || takesMemory, false)
        }
        flaw = isSecondAddress ? .severalAtSigns : localFlaw ?? flaw(ofDomain: end - start, isName: isName)
        if flaw == nil, dotCount == 0 { flaw = .domainWithoutDot }
        // A name that ends in a number is a network address, or nothing (RFC 3696 section 2).
        if flaw == nil, !label.hasLetter { flaw = .domainNotAName }
    }

    private func flaw(ofDomain length: Int, isName: Bool) -> MalformedAddress.Reason? {
        length == 0 ? .noDomain : length > 253 ? .tooLong : isName ? nil : .domainNotAName
    }

    /// The label of a domain so far (RFC 1123 section 2.1).
    private struct Label {
        private(set) var hasLetter = false
        private var length = 0
        private var last = PlainAddressDraft.hyphen
        /// How much of `xn--` it begins with.
        private var marks = 0

        var isWhole: Bool { length > 0 && length <= 63 && last != PlainAddressDraft.hyphen }

        var saysToBeALabel: Bool { marks == 4 }

        /// Adds a letter; false where none such may stand.
        mutating func take(_ letter: UInt8) -> Bool {
            let isLetter = letter >= UInt8(ascii: "a") && letter <= UInt8(ascii: "z")
            let isHyphen = letter == PlainAddressDraft.hyphen
            guard isLetter || ASCIIText.isDigit(letter) || isHyphen && length > 0 else { return false }
            if isLetter { hasLetter = true }
            if length < 4, marks == length, letter == Self.beginning[length] { marks += 1 }
            length += 1
            last = letter
            return true
        }

        private static let beginning: InlineArray<4, UInt8> = [0x78, 0x6E, 0x2D, 0x2D]
    }
}
