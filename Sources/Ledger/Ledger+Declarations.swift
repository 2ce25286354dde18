import CanonicalJSON
public import Consent

extension Ledger {
    /// Facts that may stand for one purpose at once.
    private static let greatestDeclarations = 128

    /// Remembers what somebody says of the sending for a purpose, as which tool sends; asked once, it need not be asked again.
    ///
    /// It merges over what stands: a fact that is not named stays, an empty text takes one back, and where nothing
    /// changes nothing is appended. It stands in the open log, and so no value may hold an address.
    ///
    /// - Parameters:
    ///   - facts: By name, at most 32 at once; values of at most 200 bytes.
    ///   - purpose: What the mail is for.
    /// - Returns: The record, or nil where nothing changed.
    @discardableResult
    public func declare(_ facts: [String: String], for purpose: Purpose) throws -> OpenRecord? {
        try ToldFacts.check(facts, mayBeEmpty: true, isOpen: true)
        return try appending {
            try require(purpose)
            let standing = declarations(for: purpose)
            let changed = facts.filter { name, value in (standing[name]?.value ?? "") != value }
            guard !changed.isEmpty, let json = ToldFacts.json(of: changed) else { return nil }
            let names = Set(standing.keys).union(changed.keys).filter { changed[$0]?.isEmpty != true }
            guard names.count <= Self.greatestDeclarations else {
                throw LedgerError(
                    .invalidFact,
                    "More than \(Self.greatestDeclarations) facts would stand for the purpose \(purpose).",
                    hint: "Take back what no policy asks for.")
            }
            return try appendLocked(
                .sendingDeclared, [.init("purpose", .string(purpose.id)), .init("facts", json)])
        }
    }

    /// What was said of the sending for a purpose, by name, and since when each stands.
    public func declarations(for purpose: Purpose) -> [String: Declaration] {
        registry.declarations[purpose] ?? [:]
    }
}
