import Lists

/// What became of the opt-in that a row may claim.
public enum RowOutcome: String, Sendable, CaseIterable {
    /// The claim is recorded now.
    case recorded
    /// The very same claim was recorded before.
    case known
    /// The row claims no opt-in.
    case notAClaim = "not-a-claim"
    /// The row claims something that cannot be taken over as it stands.
    case refused
}

/// Why a row's claim was not recorded.
public struct OutcomeReason: Hashable, Sendable {
    /// A word that stays the same in every version.
    public let code: String
    /// One sentence for people; it names columns, never what stands in them.
    public let text: String

    init(_ code: String, _ text: String) {
        self.code = code
        self.text = text
    }

    // MARK: No claim

    static let fromLinkedIn = OutcomeReason(
        "from-linkedin", "The row comes from LinkedIn, and holds no opt-in of the person's own.")
    static let bulkImport = OutcomeReason(
        "bulk-import", "Many rows share this very moment, so that it is that of an import and nobody's own.")
    static let noTime = OutcomeReason("no-time", "Nothing in the row says when the person signed up.")
    static let stopOnly = OutcomeReason(
        "stop-only", "The row claims no opt-in, only an end of it, and that was taken over.")
    static let noColumns = OutcomeReason(
        "no-columns", "The list has no column that could tell of an opt-in.")

    static func createdOnly(_ column: String) -> OutcomeReason {
        OutcomeReason(
            "created-only",
            "Column `\(column)` says when the entry was made. An entry that was imported has such a time, too."
        )
    }

    static func confirmOnly(_ column: String) -> OutcomeReason {
        OutcomeReason(
            "confirm-only",
            "Column `\(column)` is filled by imports, too, and nothing says when the person signed up.")
    }

    static func bareYes(_ column: String) -> OutcomeReason {
        OutcomeReason(
            "bare-yes",
            "Column `\(column)` holds a yes without a time: whoever filled it in says so, not the person.")
    }

    static func statusOnly(_ column: String) -> OutcomeReason {
        OutcomeReason("status-only", "Column `\(column)` is a state of the tool, which imports set, too.")
    }

    // MARK: Refused

    static let noAddress = OutcomeReason("no-address", "The row has no e-mail address.")
    static let malformedAddress = OutcomeReason("malformed-address", "The e-mail address is none.")
    static let raggedRow = OutcomeReason(
        "ragged-row",
        "The row has more or fewer cells than the header, so that nobody can say which is which.")

    static let otherList = OutcomeReason(
        "other-list",
        "The row belongs to a further list in the same file, with other columns. Split the file and import it too."
    )

    static let severalAddresses = OutcomeReason(
        "several-addresses", "The cell holds several addresses, and nobody can say whose opt-in it is.")

    /// Says of somebody who was erased no more than every vetting does.
    static let doNotMail = OutcomeReason(
        "do-not-mail",
        "The address is on your do-not-mail list. Only a new yes of the person's own brings it back.")

    static func futureTime(_ column: String) -> OutcomeReason {
        OutcomeReason("future-time", "The time in column `\(column)` lies in the future.")
    }

    static func earlyTime(_ column: String) -> OutcomeReason {
        OutcomeReason("early-time", "The time in column `\(column)` lies before 1995.")
    }

    static func unreadable(_ problem: ClaimedTime.Unreadable, _ column: String) -> OutcomeReason {
        let text =
            switch problem {
            case .notATime: "Column `\(column)` holds no time of a form that is known."
            case .noSuchTime: "There is no such day or hour as column `\(column)` says."
            case .ambiguous:
                "In column `\(column)` nobody can tell day from month. Say --date-order dmy or mdy."
            }
        return OutcomeReason(problem.rawValue, text)
    }
}
