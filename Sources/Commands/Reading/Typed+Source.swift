import Ledger

extension Typed {
    /// A source by its id, or by the first digits of it.
    static func source(_ text: String, in ledger: Ledger) throws -> KeptSource {
        let isID =
            text.utf8.count >= 4 && text.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
        let found = isID ? try ledger.sources().filter { $0.source.rid.description.hasPrefix(text) } : []
        if let source = found.first, found.count == 1 { return source }
        throw Complaint(
            found.isEmpty
                ? "No source \(quoted(text)) is registered." : "Several sources begin with \(quoted(text)).",
            hint: "Give at least four digits of an id that consentgate source list shows.")
    }
}
