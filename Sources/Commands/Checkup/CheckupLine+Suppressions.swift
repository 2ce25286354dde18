import Ledger

extension CheckupLine {
    /// How the do-not-mail list stands; nothing where nobody is on it.
    static func suppressions(_ summary: SuppressionSummary) -> [CheckupLine] {
        guard summary.count > 0 else { return [] }
        guard summary.due > 0 else {
            return [CheckupLine(.ok, "do-not-mail", "\(summary.count) entries, none to be looked at")]
        }
        return [
            CheckupLine(
                .warn, "do-not-mail", "\(summary.due) of \(summary.count) entries are to be looked at again.",
                hint:
                    "Look at consentgate suppress list --due; if they are needed: consentgate suppress review"
            )
        ]
    }
}
