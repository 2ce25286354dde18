import CanonicalJSON
public import Consent

extension Ledger {
    /// Names the controller; what is not told again stays as it was told.
    ///
    /// - Parameters:
    ///   - controller: Its name, and what is new or other than before.
    ///   - takingBack: Details that no longer hold.
    /// - Returns: The controller as it stands now.
    /// - Throws: ``LedgerError/Code/otherController`` if the ledger has another. Who takes over a list must say so in a
    ///   ledger of their own: the yes was given to somebody else.
    @discardableResult
    public func name(
        _ controller: Controller, takingBack: Set<Controller.Detail> = []
    ) throws -> Controller {
        if let present = self.controller, Self.merge(controller, over: present, takingBack) == present {
            return present
        }
        return try appending {
            if let present = self.controller, present.name != controller.name {
                throw LedgerError(
                    .otherController, "This ledger belongs to the controller \"\(present.name)\".",
                    hint: "Use another folder with --home for another controller.")
            }
            let named = Self.merge(controller, over: self.controller, takingBack)
            guard self.controller != named else { return named }
            _ = try appendLocked(.controllerNamed, [.init("controller", ControllerRecord.json(of: named))])
            return named
        }
    }

    private static func merge(
        _ told: Controller, over present: Controller?, _ takingBack: Set<Controller.Detail>
    ) -> Controller {
        guard let present, present.name == told.name else { return told }
        let details = present.details.filter { !takingBack.contains($0.key) }
            .merging(told.details) { _, new in new }
        return Controller(name: told.name, country: told.country ?? present.country, details: details) ?? told
    }

    /// Refuses a purpose that nobody has named.
    package func require(_ purpose: Purpose) throws {
        // Asked for every act: nothing is put together for the answer.
        if purpose == .newsletter || registry.wordings.contains(where: { $0.purposes.contains(purpose) }) {
            return
        }
        throw unknownPurpose(purpose.id)
    }
}
