import Ledger

extension CheckupLine {
    /// Whether the files of the ledger fit each other, a line for each way in which they do not.
    static func consistency(_ found: LedgerConsistency) -> [CheckupLine] {
        let lines = found.mismatches.map { mismatch in
            CheckupLine(
                mismatch.settlesItself ? .warn : .fail, mismatch.code.rawValue, mismatch.problem,
                hint: mismatch.remedy)
        }
        guard lines.isEmpty else { return lines }
        return [
            CheckupLine(
                .ok, "files", "they fit each other: \(found.entries) entries, \(found.records) records opened"
            )
        ]
    }
}
