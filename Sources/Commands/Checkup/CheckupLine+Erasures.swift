import Ledger

extension CheckupLine {
    /// How the erasures stand; nil where none was left unfinished.
    ///
    /// - Parameters:
    ///   - condition: As the ledger was found.
    ///   - isUnfinished: Whether something is left now that it was opened.
    static func erasures(_ condition: LedgerCondition, isUnfinished: Bool) -> CheckupLine? {
        if isUnfinished {
            return CheckupLine(
                .warn, "erasures", "What was erased is not destroyed yet: another program is reading.",
                hint: "Let it end, then run: consentgate erase --finish")
        }
        return condition.isErasureUnfinished == true
            ? CheckupLine(.ok, "erasures", "one was left unfinished, and is finished now") : nil
    }
}
