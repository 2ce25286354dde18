extension TableError {
    /// Nothing came at all.
    static let emptyInput = TableError(
        code: .emptyInput, what: "There is nothing in this input.",
        hint: "Check that the right file was chosen and that its export has finished.")

    /// The bytes are a file of another kind.
    static func notText(_ format: BinaryFormat) -> TableError {
        TableError(code: .notText, what: "This is \(format.name), not a text table.", hint: format.nextStep)
    }

    /// The bytes are of no kind that is known here, and they are not text either.
    static func notText(at position: TextPosition) -> TableError {
        TableError(
            code: .notText, line: position.line, column: position.column,
            what: "This is not text: it is full of control characters.",
            hint: "Export the list as CSV, encoded as UTF-8.")
    }

    /// The text cannot be read to its end because its bytes are not well-formed UTF-16 there.
    static func brokenOff(_ flaw: UTF16Flaw, at position: TextPosition, in encoding: TextEncoding)
        -> TableError
    {
        let (what, hint) =
            switch flaw {
            case .oddByte:
                (
                    "The input ends in the middle of a character: \(encoding.rawValue) has two bytes for each, and one is left over.",
                    "The file was cut off, or something was put behind it. Export the list again, best as UTF-8."
                )
            case .loneSurrogate:
                (
                    "Half of a character stands here without its other half, as \(encoding.rawValue) never has it.",
                    "The text was cut or damaged here. Export the list again, best as UTF-8."
                )
            }
        return TableError(
            code: .invalidEncoding, line: position.line, column: position.column, what: what, hint: hint)
    }

    /// A delimiter that would be mistaken for content.
    static let unusableDelimiter = TableError(
        code: .unusableDelimiter,
        what: "A delimiter is a tab or one ASCII sign, no letter, digit or quotation mark.",
        hint: "Use a comma, a semicolon, a tab or a vertical bar.")

    /// What is said about a failure that was met while reading.
    static func met(_ code: Code, at position: TextPosition, in encoding: TextEncoding) -> TableError {
        let (what, hint) = wording(of: code, in: encoding)
        return TableError(code: code, line: position.line, column: position.column, what: what, hint: hint)
    }

    private static func wording(of code: Code, in encoding: TextEncoding) -> (what: String, hint: String) {
        switch code {
        case .invalidEncoding:
            return (
                "A character here is not valid \(encoding.rawValue).",
                encoding == .utf8
                    ? "Save the list as UTF-8, or have it read as Windows-1252."
                    : "Save the list as UTF-8 and try again."
            )
        case .nulByte:
            return (
                "There is a NUL character inside of a cell.",
                "Export the list again, as CSV encoded as UTF-8."
            )
        case .cellTooLong, .recordTooLong:
            return (
                code == .cellTooLong ? "The cell that begins here is too long." : "This row is too long.",
                "Look for a quotation mark that opens near here and never closes."
            )
        case .tooManyCells:
            return ("This row has too many cells.", "Check that the right delimiter is used.")
        case .emptyInput, .notText, .unusableDelimiter, .unreadable:
            return ("This input cannot be read.", "Export the list again, as CSV encoded as UTF-8.")
        }
    }
}
