package import Consent
package import Ledger
import Lists
package import Origins
import Policies

/// What two policies make of the same list.
package struct ListComparison: Sendable {
    /// A verdict and the rule that decided.
    package struct Outcome: Hashable, Sendable, CustomStringConvertible {
        /// Where a row goes.
        package let verdict: Verdict
        /// The id of the rule that decided, nil where none did.
        package let rule: String?

        /// As in `hold J01`.
        package var description: String { rule.map { "\(verdict.rawValue) \($0)" } ?? verdict.rawValue }
    }

    /// How many rows go from one outcome to another.
    package struct Change: Hashable, Sendable {
        /// By the first policy.
        package let first: Outcome
        /// By the second.
        package let second: Outcome
        /// How many rows.
        package let count: UInt64

        /// Whether the rows go elsewhere, and are not only told another rule.
        package var isOfVerdict: Bool { first.verdict != second.verdict }
    }

    /// A row that changes.
    package struct Row: Hashable, Sendable {
        /// Its number, from 1.
        package let number: UInt64
        /// The shortened address, nil where there is none.
        package let address: String?
        /// By the first policy.
        package let first: Outcome
        /// By the second.
        package let second: Outcome
    }

    /// All rows.
    package let rows: UInt64
    /// Rows by verdict of the first policy.
    package let first: [Verdict: UInt64]
    /// Rows by verdict of the second policy.
    package let second: [Verdict: UInt64]
    /// What changes: other verdicts before other rules of the same verdict, the most frequent first.
    package let changes: [Change]
    /// The first rows that change, in the same order: other verdicts first.
    package let examples: [Row]

    /// How many rows go elsewhere.
    package var movedRows: UInt64 { changes.reduce(0) { $1.isOfVerdict ? $0 + $1.count : $0 } }

    /// Reads a list once by each of two policies.
    ///
    /// Two bytes a row are kept of the first reading.
    ///
    /// - Parameters:
    ///   - request: The list and what was said of it; its policy is the first one, and nothing is written.
    ///   - second: The other policy.
    ///   - shown: How many rows are kept as examples.
    /// - Throws: What a vetting throws.
    package init(
        of request: VettingRequest, and second: ChosenPolicy, showing shown: Int, ledger: Ledger,
        catalogue: LayoutCatalogue, onProgress: (Vetting.Progress) -> Void = { _ in }
    ) throws {
        var (one, other) = (request, request)
        other.policy = second
        (one.destination, other.destination) = (.dryRun, .dryRun)
        (one.tool, other.tool) = (nil, nil)
        let source = try ListSource(path: request.list)
        let before = OutcomeRecorder()
        let digest = try Vetting(one, ledger: ledger, catalogue: catalogue)
            .look(at: source, asOf: nil, before, onProgress: onProgress)
        let after = OutcomeComparer(before, request.policy.policy, second.policy, showing: shown)
        let again = try Vetting(other, ledger: ledger, catalogue: catalogue)
            .look(at: source, asOf: nil, after, onProgress: onProgress)
        guard digest == again, before.outcomes.count == Int(clamping: after.rows) else {
            throw ListError.changed(request.listName)
        }
        rows = after.rows
        first = after.firstVerdicts
        self.second = after.secondVerdicts
        changes = after.changes
        examples = after.examples
    }
}
