/// Defuses a cell that a spreadsheet program would run as a formula, with an apostrophe in front.
///
/// After OWASP, "CSV Injection": it is about cells that begin with `= + - @`, tab, CR or LF, or with the full-width
/// forms of the signs. Leading spaces are looked through, since some programs trim them. Numbers are not spared:
/// in cells of our own there is no need to.
package func neutralisingFormula(_ cell: String) -> String {
    FormulaGuard.beginsLikeFormula(cell.unicodeScalars) ? "'" + cell : cell
}

/// Whether a cell that somebody else wrote looks as if a spreadsheet program would run it as a formula.
///
/// Unlike `neutralisingFormula` this spares signed numbers and telephone numbers: `-5`, `+49 30 123`, `-1.5E+3`.
package func looksLikeFormula(_ cell: String) -> Bool {
    FormulaGuard.beginsLikeFormula(cell.unicodeScalars) && !FormulaGuard.isSignedNumber(cell)
}

/// Whether a cell, as bytes of UTF-8, looks as if a spreadsheet program would run it as a formula.
package func looksLikeFormula(_ cell: Span<UInt8>) -> Bool {
    var first = 0
    while first < cell.count, cell[first] == ASCII.space { first += 1 }
    // Most cells begin harmlessly and are done with here; 0xEF begins the full-width signs.
    guard first < cell.count, FormulaGuard.triggers.contains(cell[first]) || cell[first] == 0xEF else {
        return false
    }
    guard cell[first] == 0xEF else { return !FormulaGuard.isSignedNumber(cell.extracting(first...)) }
    var bytes: [UInt8] = []
    for index in cell.indices { bytes.append(cell[index]) }
    return looksLikeFormula(String(decoding: bytes, as: UTF8.self))
}

/// Whether a cell that begins with a byte may look like a formula; nearly all begin harmlessly.
package func mayBeginFormula(_ byte: UInt8) -> Bool {
    // Full-width signs begin with 0xEF, and spaces are looked through.
    byte <= UInt8(ascii: "@") && (byte == ASCII.space || FormulaGuard.isTrigger(byte)) || byte == 0xEF
}

/// What makes a cell a formula.
enum FormulaGuard {
    static func isTrigger(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), ASCII.lineFeed,
            ASCII.carriageReturn, 0x09:
            true
        default: false
        }
    }

    /// The first bytes that make a spreadsheet program calculate.
    static let triggers: [UInt8] = Array("=+-@\t\r\n".utf8)

    private static let wideTriggers: [Unicode.Scalar] = ["\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}"]

    /// Whether the first sign that is no space begins a formula.
    static func beginsLikeFormula(_ cell: String.UnicodeScalarView) -> Bool {
        guard let first = cell.first(where: { $0 != " " }) else { return false }
        return first.isASCII ? triggers.contains(UInt8(first.value)) : wideTriggers.contains(first)
    }

    /// Whether nothing but a number or a telephone number follows a sign, with which the cell begins.
    static func isSignedNumber(_ cell: Span<UInt8>) -> Bool {
        guard cell.count > 0, isSign(cell[0]) else { return false }
        var end = cell.count
        for index in 1..<cell.count where cell[index] | 0x20 == UInt8(ascii: "e") {
            let start = index + 1 < cell.count && isSign(cell[index + 1]) ? index + 2 : index + 1
            guard start < cell.count else { return false }
            for place in start..<cell.count where !ASCII.isDigit(cell[place]) { return false }
            end = index
            break
        }
        for index in 1..<end where !ASCII.isDigit(cell[index]) && !isOfNumbers(cell[index]) { return false }
        return true
    }

    private static func isSign(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")
    }

    /// What stands between the digits of numbers and telephone numbers.
    private static func isOfNumbers(_ byte: UInt8) -> Bool {
        switch byte {
        case ASCII.space, UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "-"), UInt8(ascii: "/"),
            UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "%"):
            true
        default: false
        }
    }

    /// Whether nothing but a number or a telephone number follows a sign.
    static func isSignedNumber(_ cell: String) -> Bool {
        var digits = cell.utf8.drop { $0 == ASCII.space }
        guard let sign = digits.popFirst(), sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else {
            return false
        }
        if let exponent = digits.firstIndex(where: { $0 | 0x20 == UInt8(ascii: "e") }) {
            let power = digits[digits.index(after: exponent)...]
            let withoutSign =
                power.first == UInt8(ascii: "+") || power.first == UInt8(ascii: "-")
                ? power.dropFirst() : power
            guard !withoutSign.isEmpty, withoutSign.allSatisfy(ASCII.isDigit) else { return false }
            digits = digits[..<exponent]
        }
        return digits.allSatisfy { ASCII.isDigit($0) || " .,-/()%".utf8.contains($0) }
    }
}
