import Consent
import Ledger
import Lists

/// Counts through a list what only its last row settles: who has a yes with evidence, and how many yeses share a second.
struct ListSurvey {
    private var rows: UInt64 = 0
    private var coveredRows: UInt64 = 0
    private var yeses: UInt64 = 0
    private var seconds = MomentCounts()

    /// Fewer yeses in a second are chance: after a mention on the radio people do sign up together.
    private static let fewestSharing: UInt64 = 20

    /// Takes in a row with its addresses: it is covered if all of them are.
    mutating func take(row subjects: ArraySlice<SubjectStanding>) {
        take(rowThatIsCovered: subjects.allSatisfy(Self.isCovered))
    }

    /// Takes in a row of which it is known whether all of its addresses are covered.
    mutating func take(rowThatIsCovered isCovered: Bool) {
        rows += 1
        if isCovered { coveredRows += 1 }
    }

    /// Takes in an address that stood in no earlier row.
    mutating func take(newSubject subject: SubjectStanding) {
        guard subject.standing.state == .given, let moment = subject.standing.decisive?.occurredAt else {
            return
        }
        take(newYesOf: moment)
    }

    /// Takes in the moment of a yes whose address stood in no earlier row.
    mutating func take(newYesOf moment: Instant) {
        yeses += 1
        seconds.add(UInt64(bitPattern: moment.seconds))
    }

    /// Of a hundred rows with an address, how many have a yes with evidence; nil if no row has one.
    var coverage: Int? { rows == 0 ? nil : Self.percent(coveredRows, of: rows) }

    /// Of a hundred yeses with a time, how many share the busiest second; 0 for fewer than 20 in one second.
    var sameSecond: Int? {
        let sharing = min(seconds.greatest, yeses)
        return sharing < Self.fewestSharing ? 0 : Self.percent(sharing, of: yeses)
    }

    /// Whether a yes stands and its evidence is there.
    static func isCovered(_ subject: SubjectStanding) -> Bool {
        subject.standing.state == .given && (subject.evidence == .intact || subject.evidence == .hashOnly)
    }

    /// Rounded down; neither count comes near a number that a hundredfold would not fit.
    private static func percent(_ part: UInt64, of all: UInt64) -> Int {
        let (product, isTooLarge) = part.multipliedReportingOverflow(by: 100)
        return Int(clamping: isTooLarge ? part / (all / 100) : product / all)
    }
}
