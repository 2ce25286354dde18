import CanonicalJSON
public import Consent
public import Ledger

/// Every record of a ledger in the order of its log, one row each.
///
/// Rows come one after the other, and memory does not grow with the number of subjects' records. Addresses are
/// shortened, and what somebody wrote in their own words is left out, unless the whole is asked for.
public struct LedgerTrail {
    /// How a trail is written down.
    public enum Style: String, Sendable, CaseIterable {
        /// One JSON object with an array of rows.
        case json
        /// One JSON object a line.
        case jsonLines = "jsonl"
        /// Comma-separated values with a header (RFC 4180), safe to open in a spreadsheet program.
        case csv
        /// A line for people.
        case text
    }

    static let format = "consentgate-trail/v1"

    private let ledger: Ledger
    private let since: Instant?
    private let until: Instant?
    private let isClear: Bool

    /// A trail over a ledger.
    ///
    /// - Parameters:
    ///   - ledger: The ledger.
    ///   - since: The first moment of recording that counts; nil for the beginning.
    ///   - until: The last moment of recording that counts, itself included; nil for the end.
    ///   - clear: Whether to write addresses, sources and reasons in full. Personal data then.
    public init(of ledger: Ledger, since: Instant? = nil, until: Instant? = nil, clear: Bool = false) {
        self.ledger = ledger
        self.since = since
        self.until = until
        isClear = clear
    }

    /// Calls a body with every row.
    public func forEachRow(_ body: (TrailRow) throws -> Void) throws {
        func pass(_ row: TrailRow) throws {
            if since.map({ row.latest >= $0 }) ?? true, until.map({ row.recordedAt <= $0 }) ?? true {
                try body(row)
            }
        }
        // Open records are few: wordings, and one for each list.
        var open = try ledger.openRecords()[...]
        try ledger.forEachSubjectRecord { record in
            while let next = open.first, next.index < record.index {
                try pass(TrailRow(next))
                open.removeFirst()
            }
            try pass(TrailRow(record, isClear: isClear))
        }
        for next in open { try pass(TrailRow(next)) }
    }

    /// Writes the trail piece by piece.
    ///
    /// - Returns: The number of rows.
    @discardableResult
    public func write(as style: Style, to sink: (String) throws -> Void) throws -> Int {
        var count = 0
        if style == .csv { try sink(TrailCSV.line(TrailRow.columns)) }
        if style == .json { try sink("{\"format\":\"\(Self.format)\",\"records\":[") }
        try forEachRow { row in
            switch style {
            case .json: try sink((count == 0 ? "\n" : ",\n") + row.json(format: nil).canonical)
            case .jsonLines: try sink(row.json(format: Self.format).canonical + "\n")
            case .csv: try sink(TrailCSV.line(row.cells))
            case .text: try sink(row.text + "\n")
            }
            count += 1
        }
        if style == .json { try sink("\n]}\n") }
        return count
    }
}
