import CanonicalJSON

/// The rules of the terminal: answers to standard output, everything else to standard error, colour for people only.
enum Terminal {
    /// Gives an answer.
    static func answer(_ text: String) throws { try StandardStream.output.write(text) }

    /// Gives an answer as one JSON object.
    static func answer(_ json: JSONValue) throws { try StandardStream.output.write(json.pretty) }

    /// Gives an answer in the form that was asked for.
    static func answer(_ answer: some Answer, asJSON: Bool) throws {
        if asJSON {
            try self.answer(answer.json)
        } else {
            try self.answer(answer.text(in: Palette.forOutput))
        }
    }

    /// Says something beside the answer.
    static func note(_ text: String) { StandardStream.error.writeIfPossible("consentgate: \(text)\n") }

    /// Says what went wrong and what to do next.
    static func complain(_ complaint: Complaint) { StandardStream.error.writeIfPossible(complaint.text) }
}
