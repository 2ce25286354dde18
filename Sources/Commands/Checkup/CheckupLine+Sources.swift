import Consent
import Ledger

extension CheckupLine {
    /// How the registered sources stand; nothing where there are none.
    static func sources(_ sources: [KeptSource], now: Instant) -> [CheckupLine] {
        guard !sources.isEmpty else { return [] }
        let missing = sources.count { $0.condition == .missing }
        let expired = sources.count { $0.condition == .expired }
        let soon = sources.filter {
            $0.condition == .standing && $0.source.expiresAt < now.advanced(byMonths: 1)
        }
        var lines: [CheckupLine] = []
        if missing > 0 {
            lines.append(
                CheckupLine(
                    .fail, "sources", "The fingerprints of \(missing) registered are missing.",
                    hint: "Restore sources.db, or register the same files again: consentgate source list"))
        }
        if expired > 0 {
            lines.append(
                CheckupLine(
                    .warn, "sources", "\(expired) expired: their people are no longer found.",
                    hint: "Register a new export, or take them off: consentgate source remove ID"))
        }
        if let next = soon.map(\.source.expiresAt).min() {
            lines.append(
                CheckupLine(
                    .warn, "sources", "\(soon.count) will soon expire, the first on \(next.day).",
                    hint: "Register a new export, or the same file with --months."))
        }
        return lines.isEmpty ? [CheckupLine(.ok, "sources", "\(sources.count) registered")] : lines
    }
}
