import CanonicalJSON
public import Consent

extension Ledger {
    /// Names the controller; naming the same again changes nothing.
    ///
    /// - Throws: ``LedgerError/Code/otherController`` if the ledger has another. Who takes over a list must say so in a
    ///   ledger of their own: the yes was given to somebody else.
    public func name(_ controller: Controller) throws {
        if self.controller == controller { return }
        try appending {
            if let present = self.controller, present.name != controller.name {
                throw LedgerError(
                    .otherController, "This ledger belongs to the controller \"\(present.name)\".",
                    hint: "Use another folder with --home for another controller.")
            }
            guard self.controller != controller else { return }
            let body = JSONValue.object(of: [
                "name": .string(controller.name), "country": controller.country.map { .string($0) },
            ])
            _ = try appendLocked(.controllerNamed, [.init("controller", body)])
        }
    }

    /// Refuses a purpose that nobody has named.
    package func require(_ purpose: Purpose) throws {
        guard !purposes.contains(purpose) else { return }
        throw unknownPurpose(purpose.id)
    }
}
